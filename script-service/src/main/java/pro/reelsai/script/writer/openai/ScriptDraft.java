package pro.reelsai.script.writer.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.reelsai.model.FailureCode;
import pro.reelsai.model.ScriptBeat;
import pro.reelsai.script.writer.Brief;
import pro.reelsai.script.writer.openai.ChatAnswer.Choice;
import pro.reelsai.stage.ScriptVariant;

/** What came of one answer of the model. */
sealed interface ScriptDraft {
    /**
     * A script that can be spoken in its time.
     *
     * @param title for the list of scripts
     * @param beats its parts, and what is shown with each
     * @param hooks other openings
     * @param variants other scripts
     */
    record Usable(String title, List<ScriptBeat> beats, List<String> hooks, List<ScriptVariant> variants)
            implements ScriptDraft {
        public Usable {
            beats = List.copyOf(beats);
            hooks = List.copyOf(hooks);
            variants = List.copyOf(variants);
        }
    }

    /**
     * No script yet.
     *
     * @param code why the stage fails, should it stay so
     * @param forTheUser what the stage says then
     * @param forTheModel what the model is told to do better
     * @param answer what it had answered; null if that is nothing to build on
     */
    record Flawed(
            FailureCode code,
            String forTheUser,
            String forTheModel,
            @Nullable String answer) implements ScriptDraft {}

    /**
     * Reads an answer.
     *
     * @param brief what was asked for
     */
    static ScriptDraft read(ChatAnswer answer, ScriptLength length, Brief brief) {
        List<Choice> choices = answer.choices();
        ChatAnswer.Message message =
                choices == null || choices.isEmpty() ? null : choices.getFirst().message();
        if (choices == null || message == null) {
            return Reading.unreadable("it has no message", null);
        }
        String refusal = message.refusal();
        String content = message.content();
        boolean filtered = "content_filter".equals(choices.getFirst().finishReason());
        if (filtered || refusal != null && !refusal.isBlank()) {
            return new Flawed(
                    FailureCode.SCRIPT_REFUSED,
                    "OpenAI refused to write about this product. Please change its description, or write the script yourself.",
                    "This is an ordinary advertisement. Leave out whatever you cannot say and write the rest.",
                    null);
        }
        if ("length".equals(choices.getFirst().finishReason())) {
            return new Flawed(
                    FailureCode.SCRIPT_UNAVAILABLE,
                    "OpenAI's script was cut off before its end, twice. Please try again.",
                    "Your answer was cut off. Be briefer.",
                    null);
        }
        return new Reading(length, brief).read(content == null ? "" : content);
    }

    /** How the JSON of an answer is read. */
    record Reading(ScriptLength length, Brief brief) {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final int LONGEST_TITLE = 80;

        private ScriptDraft read(String content) {
            JsonNode json;
            try {
                json = JSON.readTree(unfenced(content));
            } catch (JsonProcessingException e) {
                return unreadable("it is not JSON", content);
            }
            return brief.configuration().variants() < 2 ? one(json, content) : several(json, content);
        }

        /** Those that cannot be used are left out: they are no reason to pay for another answer as long as there is one. */
        private ScriptDraft several(JsonNode json, String content) {
            List<ScriptVariant> usable = new ArrayList<>();
            Flawed worst = unreadable(ScriptPrompt.SCRIPTS + " is missing or empty", content);
            for (JsonNode script : json.path(ScriptPrompt.SCRIPTS)) {
                switch (one(script, content)) {
                    case Usable good -> add(usable, new ScriptVariant(good.title(), good.beats(), good.hooks()));
                    case Flawed bad -> worst = bad;
                }
            }
            if (usable.isEmpty()) {
                return worst;
            }
            ScriptVariant first = usable.removeFirst();
            int others = Math.min(usable.size(), brief.configuration().variants() - 1);
            return new Usable(first.title(), first.beats(), first.hooks(), usable.subList(0, others));
        }

        private static void add(List<ScriptVariant> scripts, ScriptVariant script) {
            if (scripts.stream().noneMatch(other -> other.content().equals(script.content()))) {
                scripts.add(script);
            }
        }

        private ScriptDraft one(JsonNode json, String content) {
            List<ScriptBeat> beats = new ArrayList<>();
            add(beats, json.path("hook"), 0);
            for (JsonNode beat : json.path("beats")) {
                add(beats, beat.path("spoken"), beat.path("asset").asInt());
            }
            int told = beats.size();
            add(beats, json.path("call_to_action"), 0);
            String title = SpeakableText.of(json.path("title").asText());
            if (told < 2 || beats.size() == told || title.isEmpty()) {
                return unreadable("title, hook, beats or call_to_action is missing or empty", content);
            }
            return checked(title, beats, hooks(json, beats.getFirst().spoken()), content);
        }

        private ScriptDraft checked(String title, List<ScriptBeat> beats, List<String> hooks, String content) {
            String spoken =
                    String.join(" ", beats.stream().map(ScriptBeat::spoken).toList());
            if (length.isTooLong(spoken) || length.isTooShort(spoken)) {
                String problem = "The script has %1$d %3$s; it has to have %2$d %3$s."
                        .formatted(length.of(spoken), length.wanted(), length.unit());
                return new Flawed(
                        FailureCode.SCRIPT_UNAVAILABLE,
                        "OpenAI's script does not fit the length of the ad, twice. Please try again, or write it yourself.",
                        problem + " Write it again, whole, at that length.",
                        content);
            }
            String shown = title.length() <= LONGEST_TITLE
                    ? title
                    : title.substring(0, LONGEST_TITLE).strip();
            return new Usable(shown, beats, hooks, List.of());
        }

        private void add(List<ScriptBeat> beats, JsonNode text, int asset) {
            String spoken = SpeakableText.of(text.asText());
            if (!spoken.isEmpty()) {
                boolean shown = asset >= 1 && asset <= brief.assets().size();
                beats.add(new ScriptBeat(
                        spoken, shown ? brief.assets().get(asset - 1).id() : null));
            }
        }

        /** Fewer than were asked for are no reason to pay for another answer. */
        private List<String> hooks(JsonNode json, String opening) {
            return json.path(ScriptPrompt.OTHER_HOOKS)
                    .valueStream()
                    .map(hook -> SpeakableText.of(hook.asText()))
                    .filter(hook -> !hook.isEmpty() && !hook.equals(opening))
                    .distinct()
                    .limit(brief.configuration().hooks() - 1L)
                    .toList();
        }

        /** Servers that only claim to know schemas put the JSON between fences. */
        private static String unfenced(String content) {
            return content.strip().replaceFirst("^```(?:json)?\\s*", "").replaceFirst("\\s*```$", "");
        }

        private static Flawed unreadable(String what, @Nullable String answer) {
            return new Flawed(
                    FailureCode.SCRIPT_UNAVAILABLE,
                    "OpenAI gave no usable script, twice. Please try again.",
                    "Your answer cannot be used: " + what + ". Answer with the JSON of the schema alone.",
                    answer);
        }
    }
}
