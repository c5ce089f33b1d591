package dev.signalbox.practice.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.practice.cluster.objects.Commit;
import dev.signalbox.practice.cluster.objects.Fields;
import dev.signalbox.practice.cluster.objects.ObjectStore;
import dev.signalbox.practice.cluster.objects.ResourceKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Scheduler and kubelet in one: lets every pod live as its image behaves. Times are those of a quick cluster, and
/// back-offs are shorter than Kubernetes' (20 s at most instead of five minutes), so that a drill fits into minutes.
final class PodLives {

    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofDays(10_000);

    private final ObjectStore store;
    private final Behaviours behaviours;
    private final Nodes nodes;
    private final PodEvents events;
    private final RandomGenerator random;
    private final Map<String, PodState> states = new HashMap<>();
    private boolean odd;

    PodLives(ObjectStore store, Behaviours behaviours, Nodes nodes, PodEvents events, RandomGenerator random) {
        this.store = store;
        this.behaviours = behaviours;
        this.nodes = nodes;
        this.events = events;
        this.random = random;
    }

    void tick(Instant now) {
        Set<String> seen = new HashSet<>();
        Reconciling.each(store.list(ResourceKinds.PODS, ""), pod -> {
            seen.add(Fields.uid(pod));
            live(pod, now);
        });
        states.keySet().retainAll(seen);
    }

    private void live(ObjectNode pod, Instant now) {
        PodState before = states.computeIfAbsent(Fields.uid(pod), uid -> adopt(pod, now));
        PodState after = before;
        // A tick after a long sleep of the machine may have to make several steps, but never endlessly many.
        for (int steps = 0; steps < 4; steps++) {
            PodState next = step(pod, after, now);
            if (next.equals(after)) {
                break;
            }
            after = next;
        }
        if (after.stage() == PodStage.TERMINATING && !after.until().isAfter(now)) {
            store.delete(PodFactory.key(pod), Commit.STORE, same -> {});
            return;
        }
        states.put(Fields.uid(pod), after);
        if (!after.equals(before)) {
            PodState shown = after;
            store.update(PodFactory.key(pod), Commit.STORE, next -> {
                nodes.place(next, shown);
                PodStatusWriter.write(next, shown, now);
                return next;
            });
        }
    }

    /// A pod seen for the first time: new, or one that was seeded as running.
    private PodState adopt(ObjectNode pod, Instant now) {
        odd = !odd;
        if ("Running".equals(Fields.text(pod, "status", "phase"))) {
            Instant since = Fields.time(pod.path("status").path("containerStatuses").path(0), "state", "running",
                    "startedAt");
            return PodState.running(since, now.plus(NEVER), odd);
        }
        return PodState.created(soon(now, 200, 600), odd);
    }

    private PodState step(ObjectNode pod, PodState state, Instant now) {
        PodBehaviour behaviour = behaviours.ofPod(pod.path("spec"));
        if (Fields.isDeleting(pod)) {
            return terminate(pod, state, now);
        }
        if (state.stage() == PodStage.READY && !staysReady(behaviour)) {
            return behaviour == PodBehaviour.NEVER_READY ? unready(pod, state, now) : exit(pod, behaviour, state, now);
        }
        boolean turnsBad = state.stage() == PodStage.READY && crashes(behaviour, state)
                && state.until().isAfter(now.plus(LONGEST_BACK_OFF));
        if (turnsBad) {
            return state.at(PodStage.READY, soon(now, 4_000, 9_000));
        }
        if (state.until().isAfter(now)) {
            return state;
        }
        return switch (state.stage()) {
            case PENDING, UNSCHEDULABLE -> schedule(pod, behaviour, state, now);
            case CREATING, PULL_BACKING_OFF, CONFIG_ERROR -> create(pod, behaviour, state, now);
            case PULL_FAILED -> {
                events.pullBackOff(pod);
                yield state.at(PodStage.PULL_BACKING_OFF, soon(now, 4_000, 8_000));
            }
            case STARTED -> afterStart(pod, behaviour, state, now);
            case READY -> crashes(behaviour, state)
                    ? exit(pod, behaviour, state, now)
                    : state.at(PodStage.READY, now.plus(NEVER));
            case EXITED -> afterExit(pod, behaviour, state, now);
            case BACKING_OFF -> start(pod, behaviour, state, now);
            case TERMINATING -> state;
        };
    }

    private PodState terminate(ObjectNode pod, PodState state, Instant now) {
        if (state.stage() == PodStage.TERMINATING) {
            return state;
        }
        if (state.stage().isRunning()) {
            events.killing(pod);
        }
        boolean started = state.stage() != PodStage.PENDING && state.stage() != PodStage.UNSCHEDULABLE;
        return state.at(PodStage.TERMINATING, started ? soon(now, 700, 2_200) : now);
    }

    private PodState schedule(ObjectNode pod, PodBehaviour behaviour, PodState state, Instant now) {
        if (behaviour == PodBehaviour.UNSCHEDULABLE) {
            if (state.stage() == PodStage.PENDING) {
                events.unschedulable(pod);
            }
            return state.at(PodStage.UNSCHEDULABLE, soon(now, 3_000, 5_000));
        }
        events.scheduled(pod, nodes.of(pod));
        return state.at(PodStage.CREATING, soon(now, 900, 2_600));
    }

    private PodState create(ObjectNode pod, PodBehaviour behaviour, PodState state, Instant now) {
        return switch (behaviour) {
            case IMAGE_PULL_ERROR -> {
                events.pullFailed(pod);
                yield state.at(PodStage.PULL_FAILED, soon(now, 1_500, 3_000));
            }
            case MISSING_CONFIG -> {
                events.missingConfig(pod);
                yield state.at(PodStage.CONFIG_ERROR, soon(now, 5_000, 9_000));
            }
            default -> start(pod, behaviour, state, now);
        };
    }

    private PodState start(ObjectNode pod, PodBehaviour behaviour, PodState state, Instant now) {
        events.started(pod);
        Instant until = switch (behaviour) {
            case SLOW_START -> soon(now, 25_000, 35_000);
            case CRASH_LOOP, OUT_OF_MEMORY -> soon(now, 1_200, 2_500);
            default -> soon(now, 1_000, 3_000);
        };
        return state.started(now, until);
    }

    private PodState afterStart(ObjectNode pod, PodBehaviour behaviour, PodState state, Instant now) {
        return switch (behaviour) {
            case CRASH_LOOP, OUT_OF_MEMORY -> exit(pod, behaviour, state, now);
            case NEVER_READY -> unready(pod, state, now);
            default -> state.at(PodStage.READY, now.plus(NEVER));
        };
    }

    private PodState unready(ObjectNode pod, PodState state, Instant now) {
        events.unhealthy(pod);
        return state.at(PodStage.STARTED, soon(now, 8_000, 10_000));
    }

    private PodState exit(ObjectNode pod, PodBehaviour behaviour, PodState state, Instant now) {
        boolean memory = behaviour == PodBehaviour.OUT_OF_MEMORY;
        return state.exited(memory ? 137 : 1, memory ? "OOMKilled" : "Error", now, soon(now, 400, 900));
    }

    /// The first restart comes at once, the next ones after a growing while.
    private PodState afterExit(ObjectNode pod, PodBehaviour behaviour, PodState state, Instant now) {
        if (state.restarts() == 0) {
            return start(pod, behaviour, state, now);
        }
        events.backOff(pod);
        Duration backOff = Duration.ofSeconds(2L << Math.min(state.restarts(), 5));
        Duration capped = backOff.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : backOff;
        return state.forgotten(PodStage.BACKING_OFF, now.plus(capped));
    }

    private static boolean staysReady(PodBehaviour behaviour) {
        return switch (behaviour) {
            case CRASH_LOOP, OUT_OF_MEMORY, NEVER_READY -> false;
            default -> true;
        };
    }

    private static boolean crashes(PodBehaviour behaviour, PodState state) {
        return behaviour == PodBehaviour.PARTLY_CRASHING && state.isOdd();
    }

    private Instant soon(Instant now, int least, int most) {
        return now.plusMillis(random.nextInt(least, most));
    }
}
