"""Makes the models of Keras beside this file, and what they score: python3 make_golden.py

Needs numpy and h5py, and no TensorFlow: the files are laid out as the versions of Keras lay them out (keras/engine/saving.py of 2.2.4, keras/saving/saving_lib.py of 2.13 and 3.x, legacy_h5_format.py of 3.x), and the scores are
worked out here, layer by layer, in numpy. The weights are random; each file is small.
"""

import io
import json
import math
import pathlib
import re
import zipfile

import h5py
import numpy as np

HERE = pathlib.Path(__file__).parent
EVENTS = 25
RANDOM = np.random.default_rng(11)
erf = np.vectorize(math.erf)


def numbers(*shape, scale=0.5, dtype="f4"):
    return (RANDOM.normal(size=shape) * scale).astype(dtype)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * (np.exp(np.minimum(z, 0)) - 1))


def relu(z, max_value=None, negative_slope=0.0, threshold=0.0):
    """The documented form: max_value above, z between, negative_slope * (z - threshold) below the threshold."""
    out = np.where(z > threshold, z, negative_slope * (z - threshold))
    return out if max_value is None else np.where(z > threshold, np.minimum(out, max_value), out)


FUNCTIONS = {
    "linear": lambda z: z,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": relu,
    "relu6": lambda z: relu(z, 6.0),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.2 * z),
    "elu": elu,
    "selu": lambda z: 1.0507009873554805 * elu(z, 1.6732632423543772),
    "softplus": lambda z: np.logaddexp(z, 0),
    "softsign": lambda z: z / (1 + abs(z)),
    "swish": lambda z: z * sigmoid(z),
    "silu": lambda z: z * sigmoid(z),
    "gelu": lambda z: 0.5 * z * (1 + erf(z / math.sqrt(2))),
    "exponential": np.exp,
    "hard_silu": lambda z: z * np.clip(z + 3, 0, 6) / 6,
    "mish": lambda z: z * np.tanh(np.logaddexp(z, 0)),
    "softmax": softmax,
}
HARD_SIGMOID = {2: lambda z: np.clip(0.2 * z + 0.5, 0, 1), 3: lambda z: np.clip(z / 6 + 0.5, 0, 1)}


def function(name, major):
    return HARD_SIGMOID[major] if name == "hard_sigmoid" else FUNCTIONS[name]


class Layer:
    """A layer: its class in Keras, its settings, its weights by name in Keras' order, and what it computes."""

    def __init__(self, kind, name, config=None, weights=None, call=lambda x: x):
        self.kind, self.name, self.config, self.weights, self.call = kind, name, config or {}, weights or {}, call

    def __call__(self, *x):
        return self.call(*x)


def dense(name, inputs, units, activation="linear", use_bias=True, major=2, dtype="f4", asked=None):
    kernel, bias = numbers(inputs, units, dtype=dtype), numbers(units, dtype=dtype)
    weights = {"kernel": kernel, "bias": bias} if use_bias else {"kernel": kernel}

    def call(x):
        return function(activation, major)(x @ kernel.astype("f8") + (bias if use_bias else 0))

    return Layer("Dense", name, {"units": units, "activation": asked or activation, "use_bias": use_bias}, weights, call)


def batch_normalization(name, n, epsilon=1e-3, scale=True, center=True, axis=-1):
    gamma, beta, mean, variance = numbers(n) + 1, numbers(n), numbers(n), abs(numbers(n)) + 0.3
    weights = ({"gamma": gamma} if scale else {}) | ({"beta": beta} if center else {})

    def call(x):
        z = (x - mean.astype("f8")) / np.sqrt(variance.astype("f8") + epsilon)
        return z * (gamma if scale else 1) + (beta if center else 0)

    config = {"axis": axis, "momentum": 0.99, "epsilon": epsilon, "center": center, "scale": scale}
    return Layer("BatchNormalization", name, config, weights | {"moving_mean": mean, "moving_variance": variance}, call)


def normalization(name, n, with_count=True):
    mean, variance = numbers(n, scale=3), abs(numbers(n)) + 0.2
    weights = {"mean": mean, "variance": variance} | ({"count": np.array(1234)} if with_count else {})
    config = {"axis": [-1], "mean": None, "variance": None}
    return Layer("Normalization", name, config, weights, lambda x: (x - mean.astype("f8")) / np.sqrt(variance.astype("f8")))


def padded(x, size, stride, same, value):
    """Pads images as padding='same' does: the greater half behind."""
    pads = [(0, 0)]
    for axis in (0, 1):
        n = x.shape[1 + axis]
        total = max((-(-n // stride[axis]) - 1) * stride[axis] + size[axis] - n, 0) if same else 0
        pads.append((total // 2, total - total // 2))
    return np.pad(x, pads + [(0, 0)], constant_values=value)


def windows(x, size, stride, same, value):
    x = padded(x, size, stride, same, value)
    rows = (x.shape[1] - size[0]) // stride[0] + 1
    columns = (x.shape[2] - size[1]) // stride[1] + 1
    return np.array([
        [x[:, r * stride[0] : r * stride[0] + size[0], c * stride[1] : c * stride[1] + size[1]] for c in range(columns)]
        for r in range(rows)
    ]).transpose(2, 0, 1, 3, 4, 5)  # fmt: skip


def conv2d(name, channels, filters, size, stride=(1, 1), padding="valid", activation="relu", major=2):
    kernel, bias = numbers(*size, channels, filters), numbers(filters)

    def call(x):
        seen = windows(x, size, stride, padding == "same", 0.0)
        return function(activation, major)(np.einsum("nrcyxk,yxkf->nrcf", seen, kernel.astype("f8")) + bias)

    config = {
        "filters": filters, "kernel_size": list(size), "strides": list(stride), "padding": padding,
        "data_format": "channels_last", "dilation_rate": [1, 1], "groups": 1, "activation": activation, "use_bias": True,
    }  # fmt: skip
    return Layer("Conv2D", name, config, {"kernel": kernel, "bias": bias}, call)


def pool2d(kind, name, size, stride, padding):
    reduce = np.nanmax if kind.startswith("Max") else np.nanmean
    config = {"pool_size": list(size), "strides": list(stride), "padding": padding, "data_format": "channels_last"}
    return Layer(kind, name, config, call=lambda x: reduce(windows(x, size, stride, padding == "same", np.nan), (3, 4)))


def conv1d(name, channels, filters, size, stride, major):
    kernel, bias = numbers(size, channels, filters), numbers(filters)

    def call(x):
        seen = windows(x[:, None], (1, size), (1, stride), True, 0.0)
        return np.einsum("nrcyxk,xkf->nrcf", seen, kernel.astype("f8"))[:, 0] + bias

    config = {"filters": filters, "kernel_size": [size], "strides": [stride], "padding": "same", "activation": "linear",
              "data_format": "channels_last", "dilation_rate": [1], "groups": 1, "use_bias": True}  # fmt: skip
    return Layer("Conv1D", name, config, {"kernel": kernel, "bias": bias}, call)


def chain(layers, x):
    for layer in layers:
        x = layer(x)
    return x


def at_least(version, *numbers):
    return tuple(map(int, version.split("."))) >= numbers


def spec(layer, version, dtype="float32"):
    """A layer in JSON, as this version writes it."""
    major = int(version.split(".")[0])
    common = {"name": layer.name} if major < 2 else {"name": layer.name, "trainable": True, "dtype": dtype}
    if major == 3:
        common["dtype"] = {"module": "keras", "class_name": "DTypePolicy", "config": {"name": dtype}, "registered_name": None}
    out = {"class_name": layer.kind, "config": common | layer.config}
    if major == 3:
        out = {"module": "keras.layers"} | out | {"registered_name": None}
    return out


def input_spec(name, shape, version):
    major = int(version.split(".")[0])
    key = "batch_shape" if major == 3 else "batch_input_shape"
    out = {"class_name": "InputLayer", "config": {key: [None, *shape], "dtype": "float32", "name": name}}
    return {"module": "keras.layers"} | out if major == 3 else out


def sequential(name, layers, shape, version, dtype="float32", first="input_layer"):
    specs = [spec(layer, version, dtype) for layer in layers]
    if at_least(version, 2, 3):
        specs = [input_spec(first, shape, version)] + specs
    else:
        specs[0]["config"]["batch_input_shape"] = [None, *shape]
    if not at_least(version, 2, 2, 3):
        return {"class_name": "Sequential", "config": specs}
    return {"class_name": "Sequential", "config": {"name": name, "layers": specs}}


def functional(kind, name, layers, calls, inputs, outputs):
    for layer in layers:
        layer.setdefault("name", layer["config"]["name"])
        layer["inbound_nodes"] = calls.get(layer["name"], [])
    return {"class_name": kind, "config": {"name": name, "layers": layers, "input_layers": inputs, "output_layers": outputs}}


def tensor(layer, call=0, shape=(None, 4)):
    return {"class_name": "__keras_tensor__", "config": {"shape": list(shape), "dtype": "float32", "keras_history": [layer, call, 0]}}


def call3(*tensors, many=False):
    """A call of a layer as Keras 3 writes it."""
    return {"args": [list(tensors)] if many else list(tensors), "kwargs": {}}


def save_h5(name, version, config, groups, backend="tensorflow", training=None, text=lambda s: s.encode(), parts=1):
    """groups: weights by name in the file, for each layer of the outermost model."""
    with h5py.File(HERE / name, "w") as f:
        f.attrs["keras_version"] = text(version)
        f.attrs["backend"] = text(backend)
        f.attrs["model_config"] = text(json.dumps(config))
        if training:
            f.attrs["training_config"] = text(json.dumps(training))
        weights = f.create_group("model_weights")
        weights.attrs["layer_names"] = [layer.encode() for layer in groups]
        weights.attrs["backend"] = text(backend)
        weights.attrs["keras_version"] = text(version)
        for layer, arrays in groups.items():
            group = weights.create_group(layer)
            names = [n.encode() for n in arrays]
            if parts > 1 and names:
                for k, part in enumerate(np.array_split(np.asarray(names), parts)):
                    group.attrs[f"weight_names{k}"] = part
            else:
                group.attrs["weight_names"] = names
            for n, value in arrays.items():
                group[n] = value


def named(layer, form="{layer}/{variable}:0"):
    return {form.format(layer=layer.name, variable=v): w for v, w in layer.weights.items()}


def save_keras(name, version, config, groups, loss=None, joined="/", packed=zipfile.ZIP_STORED):
    """groups: weights in order, by the path of their layer."""
    store = io.BytesIO()
    with h5py.File(store, "w") as f:
        for path, arrays in groups.items():
            group = f.create_group(path.replace("/", joined)).create_group("vars")
            for k, value in enumerate(arrays):
                group[str(k)] = value
    config = dict(config)
    if loss:
        config["compile_config"] = {"optimizer": "adam", "loss": loss, "metrics": None}
    with zipfile.ZipFile(HERE / name, "w", packed) as archive:
        for entry, data in (
            ("metadata.json", json.dumps({"keras_version": version, "date_saved": "2025-01-01@00:00:00"})),
            ("config.json", json.dumps(config)),
            ("model.weights.h5", store.getvalue()),
        ):
            archive.writestr(zipfile.ZipInfo(entry, (2000, 1, 1, 0, 0, 0)), data, packed)


def snake(kind):
    kind = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", kind)
    return re.sub("([a-z])([A-Z])", r"\1_\2", kind).lower()


def counted(layers, base="layers/"):
    """The paths of the layers' groups: the class in small letters, with a number from the second on."""
    used, out = {}, {}
    for layer in layers:
        kind = snake(layer.kind)
        used[kind] = used.get(kind, -1) + 1
        if layer.weights:
            out[f"{base}{kind}" + (f"_{used[kind]}" if used[kind] else "")] = list(layer.weights.values())
    return out


def keep(name, x, scores, form="%.9g"):
    """Nine digits are enough to find a float again."""
    scores = np.hstack([np.asarray(s, "f8").reshape(len(x), -1) for s in scores])
    rows = zip(x.reshape(len(x), -1), scores)
    lines = (",".join([form % v for v in event] + ["%.14g" % v for v in found]) for event, found in rows)
    (HERE / f"{name}.csv").write_text("\n".join(lines) + "\n")


def events(*shape, dtype="f4"):
    return RANDOM.normal(size=(EVENTS, *shape)).astype(dtype).astype("f8")


def keras1():
    first, second, norm = dense("dense_1", 12, 6, "relu"), dense("dense_2", 6, 1, "sigmoid"), batch_normalization("bn", 6)
    conv = conv2d("convolution2d_1", 1, 3, (2, 2), activation="tanh")
    conv.kind, conv.config = "Convolution2D", {
        "nb_filter": 3, "nb_row": 2, "nb_col": 2, "border_mode": "valid", "subsample": [1, 1], "dim_ordering": "tf",
        "activation": "tanh", "bias": True,
    }  # fmt: skip
    for layer in (first, second):
        layer.config = {"output_dim": layer.config["units"], "activation": layer.config["activation"], "bias": True, "input_dim": None}
    norm.config = {"epsilon": 1e-3, "mode": 0, "axis": -1, "momentum": 0.99}
    flatten = Layer("Flatten", "flatten_1", call=lambda x: x.reshape(len(x), -1))
    layers = [conv, flatten, first, norm, Layer("Dropout", "dropout_1", {"p": 0.5}), second]
    old = {"kernel": "W", "bias": "b", "moving_mean": "running_mean", "moving_variance": "running_std"}
    groups = {l.name: {f"{l.name}_{old.get(v, v)}": w for v, w in l.weights.items()} for l in layers}
    x = events(3, 3, 1)
    save_h5("k1.h5", "1.2.2", sequential("s", layers, (3, 3, 1), "1.2.2"), groups, text=np.bytes_)
    keep("k1", x, [chain(layers, x)])


def keras2_dense():
    layers = [
        dense("dense_1", 4, 7, "relu"),
        Layer("Dropout", "dropout_1", {"rate": 0.2}),
        batch_normalization("batch_normalization_1", 7, scale=False),
        dense("dense_2", 7, 5, "hard_sigmoid", use_bias=False),
        Layer("LeakyReLU", "leaky", {"alpha": 0.3}, call=lambda x: np.where(x > 0, x, 0.3 * x)),
        dense("dense_3", 5, 1, "linear"),
    ]
    x = events(4)
    config = sequential("sequential_1", layers, (4,), "2.2.4")
    groups = {layer.name: named(layer) for layer in layers}
    save_h5("k224.h5", "2.2.4", config, groups, training={"loss": "mse", "metrics": []}, text=np.bytes_)
    keep("k224", x, [chain(layers, x)])


def keras2_images():
    layers = [
        Layer("Rescaling", "rescaling", {"scale": 0.5, "offset": -0.1}, call=lambda x: x * 0.5 - 0.1),
        conv2d("conv2d", 2, 4, (3, 2), (1, 1), "same"),
        pool2d("MaxPooling2D", "max", (2, 2), (2, 2), "same"),
        batch_normalization("bn", 4, center=False, axis=[3]),
        conv2d("conv2d_1", 4, 3, (2, 2), (2, 1), "valid", "elu"),
        pool2d("AveragePooling2D", "average", (2, 2), (1, 1), "same"),
        Layer("Flatten", "flatten", {"data_format": "channels_last"}, call=lambda x: x.reshape(len(x), -1)),
        dense("dense", 12, 3, "softmax"),
    ]
    x = events(7, 5, 2)
    groups = {layer.name: named(layer) for layer in layers}
    save_h5("k24_images.h5", "2.4.0", sequential("sequential", layers, (7, 5, 2), "2.4.0"), groups, text=str)
    keep("k24_images", x, [chain(layers, x)])


def keras2_functional():
    """Two inputs, a sum, an inner model that is called twice, and names of weights in two attributes."""
    left, right, last = dense("left", 3, 4, "tanh"), dense("right", 2, 4, "tanh"), dense("last", 8, 1, "sigmoid")
    inner = [dense("dense", 4, 5, "relu"), batch_normalization("norm", 5), dense("dense_1", 5, 4)]
    version = "2.11.0"
    layers = [
        input_spec("jets", (3,), version), input_spec("lepton", (2,), version), spec(left, version), spec(right, version),
        sequential("inner", inner, (4,), version, first="inner_input"),
        {"class_name": "Add", "config": {"name": "add", "dtype": "float32"}},
        {"class_name": "Concatenate", "config": {"name": "both", "axis": -1, "dtype": "float32"}},
        spec(last, version),
    ]  # fmt: skip
    calls = {
        "left": [[["jets", 0, 0, {}]]],
        "right": [[["lepton", 0, 0, {}]]],
        "inner": [[["left", 0, 0, {}]], [["right", 0, 0, {}]]],
        "add": [[["inner", 1, 0, {}], ["inner", 2, 0, {}]]],
        "both": [[["add", 0, 0, {}], ["left", 0, 0, {}]]],
        "last": [[["both", 0, 0, {"training": False}]]],
    }
    config = functional("Functional", "model", layers, calls, [["jets", 0, 0], ["lepton", 0, 0]], [["last", 0, 0]])
    trainable = [(l, v) for l in inner for v in l.weights if not v.startswith("moving")]
    fixed = [(l, v) for l in inner for v in l.weights if v.startswith("moving")]
    groups = {"jets": {}, "lepton": {}, "left": named(left), "right": named(right)}
    groups |= {"inner": {f"{l.name}/{v}:0": l.weights[v] for l, v in trainable + fixed}, "add": {}, "both": {}, "last": named(last)}
    x = events(5)
    a, b = left(x[:, :3]), right(x[:, 3:])
    y = last(np.hstack([chain(inner, a) + chain(inner, b), a]))
    save_h5("k211.h5", version, config, groups, training={"loss": "binary_crossentropy"}, parts=2)
    keep("k211", x, [y])


def keras213():
    """The archive of 2.13: another name of the container, gaps in the numbers, and backslashes of Windows."""
    layers = [dense("dense", 3, 4, "selu"), batch_normalization("bn", 4), dense("dense_1", 4, 3, "softplus"), dense("dense_2", 3, 2, "softmax")]
    groups = {f"_layer_checkpoint_dependencies/{n}": list(l.weights.values()) for n, l in zip(("dense", "batch_normalization", "dense_2", "dense_4"), layers)}
    x = events(3)
    config = sequential("sequential", layers, (3,), "2.13.1")
    save_keras("k213.keras", "2.13.1", config, groups, loss="categorical_crossentropy", joined="\\")
    keep("k213", x, [chain(layers, x)])


def keras3_functions():
    """Each function in a layer of its own, in a chain that keeps numbers near 0."""
    version, layers, major = "3.5.0", [normalization("normalization", 5)], 3
    for k, name in enumerate([*FUNCTIONS, "hard_sigmoid"]):
        if name in ("softmax", "linear"):
            continue
        asked = {"module": "builtins", "class_name": "function", "config": "gelu", "registered_name": "function"} if name == "gelu" else None
        layers.append(dense(f"dense_{k}", 5, 5, name, major=major, asked=asked))
        if k % 4 == 0:
            layers.append(batch_normalization(f"norm_{k}", 5))
    relus = [{"max_value": 1.5, "negative_slope": 0.1, "threshold": 0.25}, {"max_value": None, "negative_slope": 0.0, "threshold": -0.5}, {"max_value": 6.0}]
    for k, config in enumerate(relus):
        layers += [dense(f"more_{k}", 5, 5), Layer("ReLU", f"relu_{k}", config, call=lambda z, c=config: relu(z, **c))]
    slopes = abs(numbers(5))
    layers += [
        Layer("PReLU", "p", {"shared_axes": None}, {"alpha": slopes}, call=lambda z: np.where(z > 0, z, slopes.astype("f8") * z)),
        Layer("ELU", "elu", {"alpha": 0.7}, call=lambda z: elu(z, 0.7)),
        Layer("LeakyReLU", "leaky", {"negative_slope": 0.05}, call=lambda z: np.where(z > 0, z, 0.05 * z)),
        Layer("Activation", "activation", {"activation": "softsign"}, call=FUNCTIONS["softsign"]),
        Layer("GaussianNoise", "noise", {"stddev": 0.1}),
        dense("last", 5, 2),
        Layer("Softmax", "softmax", {"axis": -1}, call=softmax),
    ]
    x = events(5)
    save_keras("k3_functions.keras", version, sequential("sequential", layers, (5,), version), counted(layers), loss="sparse_categorical_crossentropy")
    keep("k3_functions", x, [chain(layers, x)])


def keras3_functional():
    """Images and numbers, a shared layer, an inner functional model, a sequence, and two outputs."""
    version = "3.9.2"
    conv = conv2d("conv", 1, 3, (3, 3), (2, 2), "same", "silu", 3)
    shared, head, line = dense("shared", 3, 3, "tanh", major=3), dense("head", 11, 1, "sigmoid", major=3), dense("energy", 11, 2, major=3)
    inner, steps = dense("inside", 3, 2, "relu", major=3), conv1d("steps", 2, 2, 3, 2, 3)
    rows = dense("rows", 2, 3, "elu", major=3)

    def of(kind, name, **config):
        return spec(Layer(kind, name, config), version)

    inside = functional(
        "Functional", "tower", [input_spec("tower_in", (3,), version), spec(inner, version)],
        {"inside": [call3(tensor("tower_in"))]}, [["tower_in", 0, 0]], [["inside", 0, 0]],
    )  # fmt: skip
    inside = {"module": "keras"} | inside | {"name": "tower"}
    layers = [
        input_spec("image", (4, 4, 1), version), input_spec("numbers", (3,), version), input_spec("track", (4, 2), version),
        spec(conv, version), of("GlobalAveragePooling2D", "mean", data_format="channels_last", keepdims=False),
        spec(shared, version), inside, spec(steps, version), spec(rows, version),
        of("GlobalMaxPooling1D", "greatest", data_format="channels_last"), of("Reshape", "reshape", target_shape=[-1]),
        of("Maximum", "max"), of("Subtract", "less"), of("Multiply", "times"), of("Average", "average"),
        of("Concatenate", "all", axis=1), spec(head, version), spec(line, version),
    ]  # fmt: skip
    calls = {
        "conv": [call3(tensor("image"))],
        "mean": [call3(tensor("conv"))],
        "shared": [call3(tensor("mean")), call3(tensor("numbers"))],
        "tower": [call3(tensor("shared", 0)), call3(tensor("shared", 1))],
        "steps": [call3(tensor("track"))],
        "rows": [call3(tensor("steps"))],
        "greatest": [call3(tensor("rows"))],
        "reshape": [call3(tensor("steps"))],
        "max": [call3(tensor("tower", 0), tensor("tower", 1), many=True)],
        "less": [call3(tensor("shared", 0), tensor("shared", 1), many=True)],
        "times": [call3(tensor("less"), tensor("greatest"), many=True)],
        "average": [call3(tensor("max"), tensor("tower", 1), many=True)],
        "all": [call3(tensor("reshape"), tensor("times"), tensor("average"), tensor("max"), many=True)],
        "head": [call3(tensor("all"))],
        "energy": [{"args": [tensor("all")], "kwargs": {"training": None}}],
    }
    config = functional("Functional", "functional", layers, calls, [[n, 0, 0] for n in ("image", "numbers", "track")], [["head", 0, 0], ["energy", 0, 0]])
    groups = {
        "layers/conv2d": conv, "layers/dense": shared, "layers/functional/layers/dense": inner, "layers/conv1d": steps,
        "layers/dense_1": rows, "layers/dense_2": head, "layers/dense_3": line,
    }  # fmt: skip
    x = events(27)
    image, plain, track = x[:, :16].reshape(-1, 4, 4, 1), x[:, 16:19], x[:, 19:].reshape(-1, 4, 2)
    a, b = shared(conv(image).mean((1, 2))), shared(plain)
    s = steps(track)
    towers = [inner(a), inner(b)]
    greatest = np.maximum(*towers)
    every = np.hstack([s.reshape(len(x), -1), (a - b) * rows(s).max(1), (greatest + towers[1]) / 2, greatest])
    save_keras("k3_functional.keras", version, {"module": "keras"} | config, {p: list(l.weights.values()) for p, l in groups.items()}, packed=zipfile.ZIP_DEFLATED)
    keep("k3_functional", x, [head(every), line(every)])


def keras3_named():
    """Inputs of one number each, which have names."""
    version, out = "3.0.5", dense("out", 2, 1, major=3)
    layers = [
        input_spec("pt", (1,), version), input_spec("eta", (1,), version),
        spec(Layer("Concatenate", "both", {"axis": -1}), version), spec(out, version),
    ]  # fmt: skip
    calls = {"both": [call3(tensor("pt"), tensor("eta"), many=True)], "out": [call3(tensor("both"))]}
    config = functional("Functional", "named", layers, calls, [["pt", 0, 0], ["eta", 0, 0]], ["out", 0, 0])
    x = events(2)
    save_keras("k3_named.keras", version, config, {"layers/dense": list(out.weights.values())}, loss="mean_squared_error")
    keep("k3_named", x, [out(x)])


def keras3_legacy():
    """Keras 3 as HDF5, and float64."""
    version = "3.3.3"
    layers = [dense("dense", 3, 4, "gelu", major=3, dtype="f8"), dense("dense_1", 4, 1, "hard_sigmoid", major=3, dtype="f8")]
    config = sequential("sequential", layers, (3,), version, dtype="float64")
    config["config"]["layers"][0]["config"]["dtype"] = "float64"
    groups = {layer.name: named(layer, "sequential/{layer}/{variable}") for layer in layers} | {"top_level_model_weights": {}}
    x = events(3, dtype="f8")
    loss = {"module": "keras.losses", "class_name": "BinaryCrossentropy", "config": {"from_logits": False}, "registered_name": None}
    save_h5("k3_legacy.h5", version, config, groups, training={"loss": loss}, text=str)
    keep("k3_legacy", x, [chain(layers, x)], "%.17g")


if __name__ == "__main__":
    keras1()
    keras2_dense()
    keras2_images()
    keras2_functional()
    keras213()
    keras3_functions()
    keras3_functional()
    keras3_legacy()
    keras3_named()
