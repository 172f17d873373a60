package pro.reelsai.script.writer.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The copywriter's lines by their place in an ad. None of them says anything that could be untrue of a product: no number,
 * no property, no experience with it.
 */
final class Lines {
    static final List<Line> HOOKS = lines("""
            Okay, stop scrolling for a second.
            Quick question: have you met {name} yet?
            Hear me out on this one.
            Real talk: finding {a category} you actually like is weirdly hard.
            Still looking for {a category} that gets it right?
            Before you buy another {category}, watch this.
            Remember this name: {name}.
            Okay, we need to talk about {name}.
            I think you're going to want to see this.
            Wait, have you seen this yet?
            If you've been looking for {a category}, this is your sign.
            Let me show you something.
            Shopping for {a category}? Start here.
            CALM: Some things are worth slowing down for.
            CALM: Take a breath, and have a look at this.
            CALM: Here's something worth a quiet moment of your day.
            LIVELY: Alright, are you ready for this?
            LIVELY: Okay, this one deserves your full attention!
            LIVELY: Hold everything, you have to see this!
            FUNNY: Plot twist: shopping for {a category} can actually be fun.
            FUNNY: Confession: nobody wakes up excited to compare product pages.
            FUNNY: Put the other tabs down and nobody gets hurt.
            """);

    /** In the order in which they follow one another; those with a plus only follow. */
    static final List<Line> PROBLEMS = lines("""
            There's a lot of noise out there.
            You know the feeling: so many options, and none of them feels quite right.
            Everybody promises the world, and then the box arrives.
            You compare, you read, you hope, and then you settle.
            It shouldn't take a whole evening and way too many tabs to find {a category} you like.
            Finding {a category} that fits your life should not be a project.
            CALM: It's easy to get used to things that never quite fit.
            We all have that one drawer full of things that sounded great at the time.
            + And honestly, who has the time to try them all?
            + Settling gets old pretty quickly.
            + Somehow, almost good enough became normal.
            + Choosing should be the easy part.
            You don't need more stuff. You need the right stuff.
            LIVELY: You deserve better than the same old thing again!
            FUNNY: + And no, crossing your fingers is not a strategy.
            """);

    static final List<Line> INTRODUCTIONS = lines("""
            Meet {name}.
            So, meet {name}.
            This is {name}.
            Say hi to {name}.
            That's where {name} comes in.
            Here's {name}.
            Let me introduce you to {name}.
            """);

    static final List<Line> INTRODUCTIONS_WITH_WHAT = lines("""
            Meet {name}, {what}.
            This is {name}, {what}.
            Say hi to {name}, {what}.
            That's where {name} comes in: {what}.
            Here's {name}: {what}.
            """);

    static final List<Line> LEADS = lines("""
            Here's what you should know.
            Here's the good part.
            Let me walk you through it.
            Here's the short version.
            Now look at this.
            Here's why that matters.
            """);

    static final List<String> CONNECTIONS = List.of("Plus, ", "And ", "Oh, and ", "On top of that, ", "Also, ");

    static final List<Line> PROOFS = lines("""
            And the detail to remember?
            Want something solid?
            And here's a fact for you.
            Don't just take my word for it.
            """);

    static final List<Line> AUDIENCES = lines("""
            {audience}, this one is for you.
            {audience}, you'll want to save this.
            {audience}, consider this your sign.
            {audience}, you know exactly what I mean.
            """);

    /** In the order in which they follow one another; those with a plus only follow. */
    static final List<Line> INVITATIONS = lines("""
            That's {name} in a nutshell.
            + Simple as that.
            + No long speech needed.
            Picture it in your day for a moment.
            + Think about what that would change for you.
            Why make it more complicated than that?
            Some things you just have to see for yourself.
            Sometimes the right choice is also the easy one.
            CALM: Take your time, and decide for yourself.
            LIVELY: Tell me you don't want to try that!
            FUNNY: Your other tabs will understand.
            You can keep searching, or you can give {name} a try.
            You could keep scrolling, or you could find out for yourself.
            If that sounds like you, you already know what to do.
            Send this to someone who needs to see it.
            """);

    static final List<Line> NUDGES = lines("""
            So, what are you waiting for?
            Ready?
            Your turn.
            Go on, treat yourself.
            Now it's your move.
            Don't overthink it.
            """);

    private Lines() {}

    private static List<Line> lines(String block) {
        return block.lines().map(Lines::line).toList();
    }

    private static Line line(String text) {
        Optional<Tone> tone = Arrays.stream(Tone.values())
                .filter(candidate -> text.startsWith(candidate.name() + ": "))
                .findFirst();
        String rest =
                tone.map(found -> text.substring(found.name().length() + 2)).orElse(text);
        boolean follows = rest.startsWith("+ ");
        return new Line(follows ? rest.substring(2) : rest, tone.orElse(null), follows);
    }
}
