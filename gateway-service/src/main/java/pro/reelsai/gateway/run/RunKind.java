package pro.reelsai.gateway.run;

/** What a run makes. */
public enum RunKind {
    /** An ad; costs one credit. */
    VIDEO,
    /** A script on its own; costs nothing. */
    SCRIPT,
    /** One stage of a past run, repeated by an operator; nobody else sees or pays it. */
    SHADOW
}
