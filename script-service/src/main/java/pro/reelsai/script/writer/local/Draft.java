package pro.reelsai.script.writer.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import pro.reelsai.model.ScriptBeat;

/** One attempt at a script: picks lines and claims by chance until the time is filled. */
final class Draft {
    private static final int MOST_FILLERS = 40;
    private static final double SHORTEST_LINE = 0.8;

    private final ProductFacts facts;
    private final Tone tone;
    private final RandomGenerator chance;
    private final double seconds;
    private final SpeakingTime time;

    private final List<String> opening = new ArrayList<>();
    private final List<String> body = new ArrayList<>();
    private final List<String> closing = new ArrayList<>();
    private final List<Line> used = new ArrayList<>();
    private double filled;
    private int claims;

    /**
     * @param seconds how long the script should be
     */
    Draft(ProductFacts facts, Tone tone, double seconds, SpeakingTime time, RandomGenerator chance) {
        this.facts = facts;
        this.tone = tone;
        this.seconds = seconds;
        this.time = time;
        this.chance = chance;
        write();
    }

    /** The script by its sentences: the assets are shown in their order while the product is talked about. */
    List<ScriptBeat> beats(List<UUID> assets) {
        List<ScriptBeat> beats = new ArrayList<>();
        opening.forEach(sentence -> beats.add(new ScriptBeat(sentence, null)));
        for (int i = 0; i < body.size(); i++) {
            beats.add(
                    new ScriptBeat(body.get(i), assets.isEmpty() ? null : assets.get(i * assets.size() / body.size())));
        }
        closing.forEach(sentence -> beats.add(new ScriptBeat(sentence, null)));
        return beats;
    }

    /** Other lines with which the script might open as well, in the same tone; fewer where there are no more. */
    List<String> otherHooks(int wanted) {
        List<Line> others = new ArrayList<>(Lines.HOOKS.stream()
                .filter(line -> line.fits(facts, tone) && !used.contains(line))
                .toList());
        List<String> hooks = new ArrayList<>();
        while (hooks.size() < wanted && !others.isEmpty()) {
            hooks.add(others.remove(chance.nextInt(others.size())).about(facts));
        }
        return hooks;
    }

    /** The opening line. */
    String hook() {
        return opening.getFirst();
    }

    /**
     * How good the draft is, the higher the better: the length counts most, then how much of the script speaks of the
     * product.
     */
    double merit() {
        double off = Math.abs(filled - seconds) / seconds;
        double tooLong = Math.max(0, filled / seconds - 1);
        boolean stutters = opening.size() == 1 && opening.getFirst().contains(facts.name());
        return -20 * Math.max(0, off - 0.02)
                - 40 * tooLong
                + Math.min(claims, 6) * 0.2
                - (stutters ? 0.5 : 0)
                + chance.nextDouble() * 0.3;
    }

    private void write() {
        List<Claim> left = new ArrayList<>(facts.claims());
        String call = facts.callToAction() + ".";
        filled = time.seconds(call);
        List<Claim> questions = left.stream().filter(Claim::question).toList();
        left.removeAll(questions);
        if (!questions.isEmpty() && chance.nextInt(3) > 0) {
            add(opening, questions.getFirst().sentence());
        } else {
            addLine(opening, Lines.HOOKS);
        }
        introduce(left);
        tell(left);
        boolean crowded = seconds - filled < 1.5;
        List<String> end = new ArrayList<>();
        if (!crowded && chance.nextInt(3) > 0) {
            addLine(end, Lines.AUDIENCES);
        }
        if (seconds - filled > 1 && chance.nextBoolean()) {
            addLine(end, Lines.NUDGES);
        }
        pad();
        closing.addAll(end);
        closing.add(call);
    }

    /** Says what the product is, in the same breath as its name where the description allows. */
    private void introduce(List<Claim> left) {
        boolean together = !facts.what().isEmpty() && chance.nextInt(4) > 0;
        if (!together) {
            addLine(body, Lines.INTRODUCTIONS);
            return;
        }
        if (addLine(body, Lines.INTRODUCTIONS_WITH_WHAT)) {
            left.removeIf(claim -> claim.phrase().equals(facts.what()));
            claims++;
        } else {
            addLine(body, Lines.INTRODUCTIONS);
        }
    }

    private void tell(List<Claim> left) {
        Claim proof = null;
        for (Claim claim : left) {
            if (claim.isSolid() && left.size() > 2) {
                proof = claim;
            }
        }
        boolean lead = chance.nextInt(4) == 0;
        String connection = "";
        for (Claim claim : left) {
            boolean skipped = chance.nextInt(12) == 0;
            if (claim.equals(proof) || skipped || !hasRoom(claim.sentence())) {
                continue;
            }
            if (lead) {
                addLine(body, Lines.LEADS);
                lead = false;
            }
            String next = claims > 1 && chance.nextInt(3) > 0
                    ? Lines.CONNECTIONS.get(chance.nextInt(Lines.CONNECTIONS.size()))
                    : "";
            boolean connected =
                    !next.isEmpty() && !next.equals(connection) && connection.isEmpty() && claim.continues();
            add(body, connected ? next + claim.inside() : claim.sentence());
            connection = connected ? next : "";
            claims++;
        }
        if (proof != null && hasRoom(proof.sentence())) {
            if (chance.nextBoolean()) {
                addLine(body, Lines.PROOFS);
            }
            add(body, proof.sentence());
            claims++;
        }
    }

    /** Fills what time is left with the problem before the product and the invitation after it. */
    private void pad() {
        List<Line> problems = new ArrayList<>();
        List<Line> invitations = new ArrayList<>();
        for (int tries = 0; tries < MOST_FILLERS && seconds - filled > SHORTEST_LINE; tries++) {
            boolean problem = tries % 2 == 0;
            List<Line> chosen = problem ? problems : invitations;
            pick(problem ? Lines.PROBLEMS : Lines.INVITATIONS, chosen.isEmpty(), true)
                    .ifPresent(chosen::add);
        }
        sorted(problems, Lines.PROBLEMS).forEach(line -> opening.add(line.about(facts)));
        sorted(invitations, Lines.INVITATIONS).forEach(line -> closing.add(line.about(facts)));
    }

    private static List<Line> sorted(List<Line> chosen, List<Line> order) {
        return order.stream().filter(chosen::contains).toList();
    }

    private boolean hasRoom(String text) {
        return filled + time.seconds(text) <= seconds * 1.01;
    }

    private boolean addLine(List<String> part, List<Line> lines) {
        boolean optional = lines != Lines.HOOKS && lines != Lines.INTRODUCTIONS;
        Optional<Line> line = pick(lines, false, optional);
        line.ifPresent(picked -> part.add(picked.about(facts)));
        return line.isPresent();
    }

    /** Picks an unused line and counts its time; an optional one only where it fits. */
    private Optional<Line> pick(List<Line> lines, boolean first, boolean optional) {
        List<Line> fitting = lines.stream()
                .filter(line -> line.fits(facts, tone) && !used.contains(line) && !(first && line.follows()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        Line line = fitting.get(chance.nextInt(fitting.size()));
        String text = line.about(facts);
        if (optional && !hasRoom(text)) {
            return Optional.empty();
        }
        used.add(line);
        filled += time.seconds(text);
        return Optional.of(line);
    }

    private void add(List<String> part, String text) {
        part.add(text);
        filled += time.seconds(text);
    }
}
