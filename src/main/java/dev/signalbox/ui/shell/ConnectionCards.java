package dev.signalbox.ui.shell;

import dev.signalbox.domain.ApiBudget;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.Connection.Doubt;
import dev.signalbox.domain.Connection.Kind;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.shell.ConnectionCard.Fact;
import dev.signalbox.ui.words.Durations;
import dev.signalbox.ui.words.Numbers;
import dev.signalbox.ui.words.Problems;
import dev.signalbox.ui.words.Unlisted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Connections in full; pure.
final class ConnectionCards {

    private static final int MOST_REMARKS = 4;

    private ConnectionCards() {}

    static ConnectionCard of(Connection c, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                c.kind() == Kind.KUBERNETES ? "Server" : "Address",
                c.address().isEmpty() ? "not known" : safe(c.address())));
        if (c.account() != null) {
            facts.add(new Fact("Acting as", safe(c.account().login())));
        }
        facts.add(new Fact("Last answer", c.freshAt() == null ? "never" : Durations.ago(c.freshAt(), now)));
        if (c.retryAt() != null) {
            facts.add(new Fact("Asked again", Durations.until(c.retryAt(), now)));
        }
        ApiBudget budget = c.budget();
        if (budget != null) {
            facts.add(new Fact(
                    "Requests left",
                    Numbers.grouped(budget.remaining()) + " of " + Numbers.grouped(budget.limit()) + ", full again "
                            + Durations.until(budget.resetAt(), now)));
        }
        RemoteProblem problem = c.problem();
        return new ConnectionCard(
                c.id(), SafeText.line(c.id().name(), 40), ConnectionRows.standing(c, now), ConnectionRows.tone(c),
                List.copyOf(facts),
                problem == null ? String.join(" ", Unlisted.of(c, now)) : safe(Problems.sentence(problem, now)),
                problem == null ? "" : Problems.advice(problem),
                c.remarks().stream().limit(MOST_REMARKS).map(ConnectionCards::safe).toList(),
                new Doubt(safe(c.doubt().why()), c.doubt().seen()));
    }

    /// The same in sentences, for a screen reader.
    static String words(ConnectionCard card) {
        List<String> lines = new ArrayList<>(List.of(card.name() + ": " + card.standing()));
        card.facts().forEach(fact -> lines.add(fact.name() + " " + fact.value()));
        if (!card.problem().isEmpty()) {
            lines.add(card.problem());
            if (!card.advice().isEmpty()) {
                lines.add(card.advice());
            }
        }
        lines.addAll(card.remarks());
        if (!card.doubt().isEmpty()) {
            lines.add(card.doubt().why());
            lines.add(seen(card));
        }
        return String.join("\n", lines);
    }

    /// What a yes is said to.
    static String seen(ConnectionCard card) {
        return "Seen there: " + SafeText.line(card.doubt().seen(), 600) + ".";
    }

    private static String safe(String text) {
        return SafeText.line(text, 400);
    }
}
