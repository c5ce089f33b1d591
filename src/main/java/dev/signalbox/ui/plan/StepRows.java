package dev.signalbox.ui.plan;

import dev.signalbox.domain.plan.ActionRecord;
import dev.signalbox.domain.plan.ActionRecord.Fate;
import dev.signalbox.domain.plan.ActionRecord.StepRecord;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.PlannedRequest;
import dev.signalbox.domain.text.Redaction;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Mark;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/// Steps of a plan or of an action as rows.
public final class StepRows {

    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_BODY = 20_000;

    private StepRows() {}

    /// The steps of a plan that nobody has confirmed, without what looks like a secret.
    public static List<StepRow> of(Plan plan) {
        return asTheyAre(plan.withoutSecrets(Redaction.SHAPES_ONLY));
    }

    /// The steps of an action with what became of them, without what looks like a secret.
    public static List<StepRow> of(ActionRecord action) {
        return asTheyAre(action.withoutSecrets(Redaction.SHAPES_ONLY));
    }

    /// The steps of a plan that secrets were taken out of.
    public static List<StepRow> asTheyAre(Plan plan) {
        return IntStream.range(0, plan.steps().size())
                .mapToObj(i -> row(i, plan.steps().get(i), "", Mark.QUEUED))
                .toList();
    }

    /// The steps of an action that secrets were taken out of.
    public static List<StepRow> asTheyAre(ActionRecord action) {
        List<PlanStep> steps = action.plan().steps();
        return IntStream.range(0, steps.size())
                .mapToObj(i -> action.steps().stream()
                        .filter(r -> r.index() == i)
                        .findFirst()
                        .map(r -> row(i, steps.get(i), words(r, steps.get(i)), mark(r.fate(), steps.get(i))))
                        .orElseGet(() -> row(i, steps.get(i), Phases.word(Fate.PENDING), Phases.mark(Fate.PENDING))))
                .toList();
    }

    /// A step with nothing to read is finished once it was accepted.
    private static boolean settles(Fate fate, PlanStep step) {
        return fate == Fate.APPLIED && step.verifies() instanceof Expectation.Nothing;
    }

    private static Mark mark(Fate fate, PlanStep step) {
        if (settles(fate, step)) {
            return Mark.GOOD;
        }
        return step.courtesy() && Phases.mark(fate) == Mark.BAD ? Mark.WARNING : Phases.mark(fate);
    }

    private static String words(StepRecord step, PlanStep planned) {
        String words = SafeText.line(step.words(), LONGEST_LINE);
        String fate = settles(step.fate(), planned) ? "done" : Phases.word(step.fate());
        return words.isEmpty() ? fate : fate + " · " + words;
    }

    private static StepRow row(int index, PlanStep step, String fate, Mark mark) {
        PlannedRequest request = step.request();
        URI uri = request.uri();
        String raw = uri.getRawPath();
        // Without a path a request goes out with a bare slash.
        String path = raw == null ? uri.toString() : raw.isEmpty() ? "/" : raw;
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        boolean nothing = step.verifies() instanceof Expectation.Nothing;
        return new StepRow(
                index + 1,
                SafeText.line(step.title(), LONGEST_LINE),
                request.method() + " " + SafeText.line(path + query, LONGEST_LINE),
                uri.toString(),
                SafeText.lines(JsonText.pretty(request.body()), LONGEST_BODY),
                request.command(),
                nothing ? "" : SafeText.line(step.verifiedBy(), LONGEST_LINE),
                step.courtesy(),
                fate,
                mark);
    }
}
