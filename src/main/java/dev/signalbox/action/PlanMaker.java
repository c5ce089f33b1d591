package dev.signalbox.action;

import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanId;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/// Puts plans together: gives each its identity, its time and its key.
final class PlanMaker {

    private final InstantSource clock;
    private final Supplier<String> ids;

    PlanMaker(InstantSource clock, Supplier<String> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Plan plan(Intent intent, Head head, Body body) {
        return new Plan(
                new PlanId(ids.get()),
                intent,
                head.title(),
                head.subject(),
                head.environment(),
                head.guard(),
                body.preconditions(),
                body.steps(),
                body.undo(),
                body.preview(),
                body.warnings(),
                key(intent, body),
                clock.instant());
    }

    /// The same plan with another identity, made while the first was already being carried out.
    static Plan as(Plan plan, PlanId id) {
        return new Plan(
                id, plan.intent(), plan.title(), plan.subject(), plan.environment(), plan.guard(), plan.preconditions(),
                plan.steps(), plan.undo(), plan.preview(), plan.warnings(), plan.key(), plan.preparedAt());
    }

    /// The same plan with other steps and another way back.
    static Plan with(Plan plan, List<PlanStep> steps, Undo undo) {
        return new Plan(
                plan.id(), plan.intent(), plan.title(), plan.subject(), plan.environment(), plan.guard(),
                plan.preconditions(), List.copyOf(steps), undo, plan.preview(), plan.warnings(), plan.key(),
                plan.preparedAt());
    }

    /// Courtesy steps carry the time of day and so would make any two plans differ; so does the mark of a restart.
    private static String key(Intent intent, Body body) {
        StringBuilder text = new StringBuilder(intent.getClass().getSimpleName());
        for (PlanStep step : body.steps()) {
            if (!step.courtesy()) {
                String sent = step.request().body();
                text.append('\n')
                        .append(step.request().connection().name()).append(' ')
                        .append(step.request().method()).append(' ')
                        .append(step.request().uri()).append('\n')
                        .append(body.passing().isEmpty() ? sent : sent.replace(body.passing(), ""));
            }
        }
        body.preconditions().forEach(precondition -> text.append('\n').append(precondition));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// What the plan is called and how it is confirmed.
    record Head(String title, String subject, String environment, Guard guard) {}

    /// What the plan does.
    ///
    /// @param passing text in the requests that is different each time without meaning anything else; may be empty
    record Body(
            List<Precondition> preconditions,
            List<PlanStep> steps,
            Undo undo,
            List<String> preview,
            List<String> warnings,
            String passing) {}
}
