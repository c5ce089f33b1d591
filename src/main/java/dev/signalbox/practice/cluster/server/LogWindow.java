package dev.signalbox.practice.cluster.server;

import dev.signalbox.practice.cluster.objects.Refusal;
import dev.signalbox.practice.cluster.objects.ResourceKind;
import dev.signalbox.practice.cluster.objects.ResourceKind.Generation;
import dev.signalbox.practice.cluster.objects.ResourceKind.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// Which part of a log is wanted.
///
/// @param from lines before that time are left out
/// @param lines how many lines at the most, the last ones
/// @param bytes how many bytes at the most, the first ones of what is left
record LogWindow(Instant from, long lines, long bytes) {

    private static final ResourceKind OPTIONS = new ResourceKind("", "v1", "", "PodLogOptions", List.of(), List.of(),
            Scope.NAMESPACED, Generation.ABSENT);

    /// @throws Refusal 422 for options that make no sense, 400 for those that are none
    static LogWindow of(ApiRequest request, String pod, Instant now) {
        boolean bySeconds = !request.query("sinceSeconds").isEmpty();
        boolean byTime = !request.query("sinceTime").isEmpty();
        if (bySeconds && byTime) {
            throw Refusal.invalid(OPTIONS, pod, "sinceSeconds", "FieldValueForbidden",
                    "Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified");
        }
        Instant from = Instant.MIN;
        if (bySeconds) {
            long seconds = atLeast(1, request, pod, "sinceSeconds");
            boolean ever = seconds > now.getEpochSecond();
            from = ever ? Instant.EPOCH : now.minusSeconds(seconds);
        } else if (byTime) {
            from = time(request.query("sinceTime"));
        }
        return new LogWindow(from, atLeast(0, request, pod, "tailLines"), atLeast(1, request, pod, "limitBytes"));
    }

    List<LogLine> of(List<LogLine> printed) {
        List<LogLine> recent = printed.stream().filter(line -> !line.at().isBefore(from)).toList();
        return recent.subList((int) Math.max(0, recent.size() - lines), recent.size());
    }

    private static long atLeast(long least, ApiRequest request, String pod, String option) {
        long value = request.number(option, Long.MAX_VALUE);
        if (value < least) {
            throw Refusal.invalid(OPTIONS, pod, option, "FieldValueInvalid", "Invalid value: " + value
                    + ": must be greater than " + (least == 0 ? "or equal to 0" : "0"));
        }
        return value;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw Refusal.badRequest("parsing time \"" + text + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse");
        }
    }
}
