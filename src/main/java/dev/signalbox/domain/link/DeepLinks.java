package dev.signalbox.domain.link;

import dev.signalbox.domain.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one place where `signalbox://` links are read and written.
///
///     signalbox://board                                      also runs, approvals, activity
///     signalbox://service/SERVICE
///     signalbox://service/SERVICE/ENVIRONMENT
///     signalbox://run/HOST/OWNER/REPOSITORY/RUN
///     signalbox://approval/HOST/OWNER/REPOSITORY/RUN/ENVIRONMENT
///     signalbox://log/HOST/OWNER/REPOSITORY/RUN/JOB/LINE
///     signalbox://activity/ACTION
///
/// OWNER may be several parts (groups in groups). A part is made of letters, digits and `-._~`; every other character is
/// written as its UTF-8 bytes, `%` and two capital hexadecimal digits each. There is one way to write each link: a text
/// that is read and written again must come out as it was, or it is none. So there is no query, no fragment, no user, no
/// dots that climb, no second decoding, and nothing behind the end (CVE-2018-1000006).
public final class DeepLinks {

    /// What every link begins with.
    public static final String SCHEME = "signalbox://";

    /// The longest link that is read, in characters.
    public static final int LONGEST = 2048;

    private static final int LONGEST_PART = 255;
    private static final int MOST_GROUPS = 20;
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[1-9][0-9]{0,4})?");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String PLAIN = "-._~";

    private DeepLinks() {}

    /// What a text leads to; absent when it is not, completely, one link.
    public static Optional<DeepLink> parse(String text) {
        if (text.length() > LONGEST || !text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (String written : text.substring(SCHEME.length()).split("/", -1)) {
            Optional<String> part = decoded(written);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return read(parts.getFirst(), parts.subList(1, parts.size())).filter(link -> text(link).equals(text));
    }

    private static Optional<DeepLink> read(String kind, List<String> rest) {
        return switch (kind) {
            case "board", "runs", "approvals" ->
                    rest.isEmpty() ? Optional.of(new DeepLink.OfScreen(kind)) : Optional.empty();
            case "activity" -> activity(rest);
            case "service" -> service(rest);
            case "run" -> run(rest).map(DeepLink.OfRun::new);
            case "approval" -> approval(rest);
            case "log" -> line(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<DeepLink> activity(List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.of(new DeepLink.OfScreen("activity"));
        }
        return rest.size() == 1 && ACTION.matcher(rest.getFirst()).matches()
                ? Optional.of(new DeepLink.OfAction(rest.getFirst()))
                : Optional.empty();
    }

    private static Optional<DeepLink> service(List<String> rest) {
        return switch (rest.size()) {
            case 1 -> Optional.of(new DeepLink.OfService(rest.getFirst()));
            case 2 -> Optional.of(new DeepLink.OfTarget(rest.getFirst(), rest.getLast()));
            default -> Optional.empty();
        };
    }

    private static Optional<DeepLink> approval(List<String> rest) {
        return rest.isEmpty()
                ? Optional.empty()
                : run(rest.subList(0, rest.size() - 1)).map(run -> new DeepLink.OfApproval(run, rest.getLast()));
    }

    private static Optional<DeepLink> line(List<String> rest) {
        if (rest.size() < 3) {
            return Optional.empty();
        }
        Optional<Long> job = number(rest.get(rest.size() - 2), Long.MAX_VALUE);
        Optional<Long> line = number(rest.getLast(), Integer.MAX_VALUE);
        return run(rest.subList(0, rest.size() - 2)).flatMap(run -> job.flatMap(
                j -> line.map(l -> new DeepLink.OfLine(run, j, l.intValue()))));
    }

    private static Optional<DeepLink.RunName> run(List<String> rest) {
        if (rest.size() < 4 || rest.size() > MOST_GROUPS || !HOST.matcher(rest.getFirst()).matches()) {
            return Optional.empty();
        }
        List<String> repository = rest.subList(1, rest.size() - 1);
        return repository.stream().anyMatch(part -> part.contains("/"))
                ? Optional.empty()
                : number(rest.getLast(), Long.MAX_VALUE)
                        .map(number -> new DeepLink.RunName(rest.getFirst(), repository, number));
    }

    private static Optional<Long> number(String text, long most) {
        if (!text.matches("[1-9][0-9]{0,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text)).filter(n -> n <= most);
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /// The link as text.
    public static String text(DeepLink link) {
        Stream<String> parts = switch (link) {
            case DeepLink.OfScreen(String id) -> Stream.of(id);
            case DeepLink.OfService(String service) -> Stream.of("service", service);
            case DeepLink.OfTarget(String service, String environment) -> Stream.of("service", service, environment);
            case DeepLink.OfRun(DeepLink.RunName run) -> Stream.concat(Stream.of("run"), parts(run));
            case DeepLink.OfApproval(DeepLink.RunName run, String environment) ->
                    Stream.of(Stream.of("approval"), parts(run), Stream.of(environment)).flatMap(s -> s);
            case DeepLink.OfLine(DeepLink.RunName run, long job, int line) ->
                    Stream.of(Stream.of("log"), parts(run), Stream.of(Long.toString(job), Integer.toString(line)))
                            .flatMap(s -> s);
            case DeepLink.OfAction(String id) -> Stream.of("activity", id);
        };
        return SCHEME + parts.map(DeepLinks::encoded).collect(Collectors.joining("/"));
    }

    private static Stream<String> parts(DeepLink.RunName run) {
        return Stream.of(Stream.of(run.host()), run.repository().stream(), Stream.of(Long.toString(run.number())))
                .flatMap(s -> s);
    }

    /// Whether a name can be a part of a link: it has something to read in it, and nothing that deceives who reads it.
    public static boolean isPart(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_PART
                && !name.equals(".")
                && !name.equals("..")
                && !SafeText.deceives(name);
    }

    private static Optional<String> decoded(String written) {
        byte[] bytes = new byte[written.length()];
        int count = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%' && i + 2 < written.length()) {
                int high = Character.digit(written.charAt(i + 1), 16);
                int low = Character.digit(written.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes[count++] = (byte) (high << 4 | low);
                i += 2;
            } else if (c < 0x80) {
                bytes[count++] = (byte) c;
            } else {
                return Optional.empty();
            }
        }
        // Bytes that are no UTF-8 become another character, which is written as other bytes: no link comes of them.
        return Optional.of(new String(bytes, 0, count, StandardCharsets.UTF_8)).filter(DeepLinks::isPart);
    }

    private static String encoded(String part) {
        StringBuilder out = new StringBuilder(part.length());
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }
}
