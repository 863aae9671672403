package hep.winnow.evaluation;

/** What the axes of a ROC figure show. */
public enum RocAxes {
    /** Background rejection, 1 − background efficiency, over signal efficiency, as TMVA draws it. */
    REJECTION,
    /** Signal efficiency over background efficiency. */
    EFFICIENCY
}
