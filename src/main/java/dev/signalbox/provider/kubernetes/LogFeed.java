package dev.signalbox.provider.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.port.RemoteFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// Follows the log of one container of one pod until the pod is gone or has done its work. Whenever the stream ends, the pod
/// is read before it is opened again: the server ends streams for many reasons, and says none of them.
final class LogFeed {

    /// A container that writes nothing for so long is asked again: the connection may be dead.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /// Waits that grow while nothing new comes.
    private static final int LONGEST_REST = 10;

    private final Following following;
    private final String pod;
    private final PodContainers.Source container;
    private final String source;
    private final SeenLines seen = new SeenLines();
    private final Backoff backoff;
    private String uid = "";
    private String said = "";
    private Instant latest = Instant.EPOCH;
    private int rests;
    private boolean over;

    LogFeed(Following following, String pod, PodContainers.Source container, String source, Backoff backoff) {
        this.following = following;
        this.pod = pod;
        this.container = container;
        this.source = source;
        this.backoff = backoff;
    }

    /// @return whether a pod of this name may come back
    boolean run() throws InterruptedException {
        while (true) {
            try {
                JsonNode raw = following.pod(pod);
                begin(Tree.text(raw, "metadata", "uid"));
                over = isOver(raw);
                boolean news = read();
                if (over || following.previous()) {
                    return false;
                }
                rests = news ? 1 : Math.min(LONGEST_REST, rests + 1);
                following.pause(backoff.brief().multipliedBy(rests));
            } catch (Gone e) {
                following.gone(pod);
                return true;
            } catch (RemoteFailure e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                if (!goesOnAfter(e.problem())) {
                    return false;
                }
            }
        }
    }

    /// There is no such pod any more.
    static final class Gone extends Exception {}

    private void begin(String now) throws InterruptedException {
        if (!uid.isEmpty() && !uid.equals(now)) {
            following.merge().say("pod " + pod + " was replaced by another of its name");
            seen.forget();
        }
        uid = now;
    }

    /// Whether the container has ended for good: what there is of its log is read once more.
    private boolean isOver(JsonNode raw) {
        String phase = Tree.text(raw, "status", "phase");
        return PodContainers.isOver(raw, container) || phase.equals("Succeeded") || phase.equals("Failed");
    }

    /// @return whether it brought a line that was not told before
    private boolean read() throws RemoteFailure, InterruptedException {
        Instant since = seen.since();
        seen.again();
        boolean news = false;
        try (Exchange exchange = following.open(pod, container.name(), since)) {
            LogLines lines = new LogLines(exchange);
            backoff.reset();
            following.reached(source);
            for (byte[] line = lines.next(SILENCE); line != null; line = lines.next(SILENCE)) {
                news |= take(line);
            }
            if (following.previous()) {
                news |= lines.rest().length > 0 && take(lines.rest());
            }
            return news;
        } catch (Exchange.Late e) {
            return news;
        } catch (IOException e) {
            throw new RemoteFailure(Failures.silence(e, following.host()));
        }
    }

    private boolean take(byte[] line) throws InterruptedException {
        int stamp = 0;
        while (stamp < line.length && line[stamp] != ' ') {
            stamp++;
        }
        try {
            latest = Instant.parse(new String(line, 0, stamp, StandardCharsets.ISO_8859_1));
        } catch (DateTimeException e) {
            stamp = 0; // it belongs to the line before it
        }
        boolean fresh = line.length > 0 && seen.isNew(latest, line);
        if (fresh) {
            following.merge().add(latest, source, line, stamp);
        }
        return fresh;
    }

    private boolean goesOnAfter(RemoteProblem problem) throws InterruptedException {
        if (problem instanceof RemoteProblem.Rejected(String detail, int status) && status == 400) {
            // A container that never started has no log: that is news and not a failure.
            following.reached(source);
            if (!said.equals(detail)) {
                said = detail;
                following.merge().say(detail);
            }
            following.pause(backoff.brief());
            return !following.previous() && !over;
        }
        if (over && problem instanceof RemoteProblem.NotFound) {
            return false; // what has ended is cleared away after a while, and its log with it
        }
        Duration wait = backoff.after(problem);
        following.troubled(source, problem, wait);
        following.pause(wait);
        return true;
    }
}
