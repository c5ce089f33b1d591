package dev.signalbox.action;

import dev.signalbox.domain.Account;
import dev.signalbox.domain.ci.CiWords;
import dev.signalbox.domain.ci.ManualStart;
import dev.signalbox.domain.ci.Workflow;
import dev.signalbox.domain.ci.WorkflowInput;
import dev.signalbox.domain.plan.Expectation;
import dev.signalbox.domain.plan.Guard;
import dev.signalbox.domain.plan.Intent;
import dev.signalbox.domain.plan.Plan;
import dev.signalbox.domain.plan.PlanStep;
import dev.signalbox.domain.plan.Precondition;
import dev.signalbox.domain.plan.Undo;
import dev.signalbox.port.CiProvider;
import dev.signalbox.port.RemoteFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Starts a workflow by hand.
final class TriggerRun {

    /// GitHub refuses more.
    private static final int MOST_INPUTS = 25;

    private final Outside outside;
    private final StartReach reach;
    private final Together together;
    private final PlanMaker maker;

    TriggerRun(Outside outside, StartReach reach, Together together, PlanMaker maker) {
        this.outside = outside;
        this.reach = reach;
        this.together = together;
        this.maker = maker;
    }

    Plan prepare(Intent.TriggerRun intent) throws RemoteFailure, Refusal {
        CiProvider ci = outside.provider(intent.repository().connection());
        CiWords words = CiWords.of(ci.kind());
        Together.Begun<Account> me = together.begin(ci.accounts()::me);
        Workflow workflow = ci.workflows().of(intent.repository()).stream()
                .filter(w -> w.number() == intent.workflow())
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "The workflow " + Words.name(intent.workflowName()) + " is not there any more.",
                        "Choose another workflow."));
        if (!workflow.active()) {
            throw new Refusal(
                    "The workflow " + Words.name(workflow.name()) + " is switched off.",
                    "Switch it on at the provider.");
        }
        List<WorkflowInput> asked = switch (ci.workflows().manualStart(workflow, intent.ref())) {
            case ManualStart.Offered(List<WorkflowInput> declared) -> declared;
            case ManualStart.NotOffered() -> throw new Refusal(
                    Words.name(workflow.name()) + " cannot be started by hand: at " + Words.name(intent.ref()) + ", "
                            + words.notByHand() + ".",
                    words.byHand());
        };
        check(intent, asked, words);
        Map<String, String> defaults = defaults(intent, asked);
        // A run that goes to production is guarded like a change of production, also where nobody but its file said so.
        StartReach.Reached reached = reach.of(workflow, asked, all(intent.inputs(), defaults));
        String environment = reached.production().isEmpty() ? "" : reached.production().getFirst();
        String name = words.started(Words.name(workflow.name()));
        String ref = Words.name(intent.ref());
        PlanStep step = new PlanStep(
                "Start " + name + " on " + ref,
                ci.commands().dispatch(intent),
                new Expectation.RunAppears(
                        intent.repository(), intent.workflow(), intent.ref(), me.value().login(),
                        ci.serverTime().get()),
                "A new " + words.runOf(name) + " on " + ref + " appears.",
                false);
        return maker.plan(
                intent,
                new PlanMaker.Head(
                        "Start " + name + " on " + ref,
                        Words.name(intent.repository().fullName()),
                        environment,
                        environment.isEmpty() ? new Guard.Press() : new Guard.TypeName(environment)),
                new PlanMaker.Body(
                        List.of(new Precondition.WorkflowActive(intent.repository(), intent.workflow())),
                        List.of(step),
                        new Undo.Impossible("The " + words.run()
                                + " can be cancelled once it has started and its number is known."),
                        preview(intent.inputs(), defaults),
                        warnings(ci, intent, reached),
                        ""));
    }

    private static List<String> warnings(CiProvider ci, Intent.TriggerRun intent, StartReach.Reached reached) {
        return reached.production().isEmpty()
                ? List.of()
                : Stream.concat(
                        reached.warnings().stream(),
                        FreezeWarnings.of(ci, intent.repository(), reached.production()).stream())
                        .toList();
    }

    private static void check(Intent.TriggerRun intent, List<WorkflowInput> declared, CiWords words)
            throws Refusal {
        if (intent.inputs().size() > MOST_INPUTS) {
            throw new Refusal("More than " + MOST_INPUTS + " inputs.", "Leave some out.");
        }
        for (WorkflowInput input : declared) {
            String value = intent.inputs().getOrDefault(input.name(), input.preset());
            String name = Words.name(input.name());
            if (input.required() && (value == null || value.isBlank())) {
                throw new Refusal("The input " + name + " is required.", "Fill it in.");
            }
            if (value != null && !value.isEmpty() && !input.options().isEmpty() && !input.options().contains(value)) {
                throw new Refusal(
                        "The input " + name + " does not take " + Words.name(value) + ".",
                        "Choose one of " + Words.name(String.join(", ", input.options())) + ".");
            }
        }
        for (String given : intent.inputs().keySet()) {
            if (declared.stream().noneMatch(input -> input.name().equals(given))) {
                throw new Refusal(
                        "The " + words.asking() + " at " + Words.name(intent.ref()) + " takes no input "
                                + Words.name(given) + ".",
                        "Look at its inputs anew: the file may be another one on this branch.");
            }
        }
    }

    /// What the provider takes for inputs that are not sent.
    private static Map<String, String> defaults(Intent.TriggerRun intent, List<WorkflowInput> declared) {
        Map<String, String> taken = new TreeMap<>();
        for (WorkflowInput input : declared) {
            String preset = input.preset();
            if (preset != null && !preset.isEmpty() && !intent.inputs().containsKey(input.name())) {
                taken.put(input.name(), preset);
            }
        }
        return taken;
    }

    private static Map<String, String> all(Map<String, String> given, Map<String, String> defaults) {
        Map<String, String> all = new TreeMap<>(defaults);
        all.putAll(given);
        return all;
    }

    private static List<String> preview(Map<String, String> given, Map<String, String> defaults) {
        Map<String, String> lines = new TreeMap<>();
        given.forEach((name, value) -> lines.put(name, line(name, value)));
        defaults.forEach((name, value) -> lines.put(name, line(name, value) + " (its default)"));
        return List.copyOf(lines.values());
    }

    private static String line(String name, String value) {
        return Words.name(name) + " = " + Words.name(value);
    }
}
