package pro.reelsai.script.writer.local;

import org.jspecify.annotations.Nullable;

/**
 * A line of structure: it opens, leads over or closes and claims nothing about a product.
 *
 * @param text with {@code {name}}, {@code {category}}, {@code {a category}}, {@code {audience}}, {@code {what}} and
 *     {@code {cta}} to be filled in
 * @param tone the tone it is for; null for all
 * @param follows whether it only makes sense after another line of its kind
 */
record Line(String text, @Nullable Tone tone, boolean follows) {
    /** Whether a fact is missing that this line needs, or its tone is not the wanted one. */
    boolean fits(ProductFacts facts, Tone wanted) {
        return (tone == null || tone == wanted)
                && (!text.contains("category}") || !facts.category().isEmpty())
                && (!text.contains("{what}") || !facts.what().isEmpty())
                && (!text.contains("{audience}") || !facts.audience().isEmpty());
    }

    /** The line about a product; what is filled in is not looked at again. */
    String about(ProductFacts facts) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            filled.append(text, at, open).append(facts.value(text.substring(open + 1, close)));
            at = close + 1;
        }
        return PlainText.capitalised(filled.append(text.substring(at)).toString());
    }
}
