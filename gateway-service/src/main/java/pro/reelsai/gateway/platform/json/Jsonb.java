package pro.reelsai.gateway.platform.json;

/** How Hibernate reads and writes a jsonb column as text. */
public final class Jsonb {
    /** For {@code @ColumnTransformer(write = …)}: the driver would otherwise send the text as one JSON string. */
    public static final String WRITE = "cast(cast(? as text) as jsonb)";

    private Jsonb() {}
}
