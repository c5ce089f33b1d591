package dev.signalbox.domain.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which files of an artifact are test reports, and how much is downloaded to find them.
///
/// @param files patterns of paths: `*` stands for anything but a slash, `**` for anything; each may begin at any folder
/// @param mostBytes of archives that are downloaded for one run without being asked
public record ReportRules(List<String> files, long mostBytes) {

    /// The names that most runners write, and a size that takes seconds.
    public static final ReportRules USUAL =
            new ReportRules(List.of("**/TEST-*.xml", "junit*.xml", "test-results/**"), 50L << 20);

    /// Copies the list.
    public ReportRules {
        files = List.copyOf(files);
    }

    /// Whether a file is to be read as a report: an XML file that one of the patterns fits.
    public boolean fits(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".xml")
                && files.stream().anyMatch(pattern -> matcher(pattern).matcher(path).matches());
    }

    private static Pattern matcher(String pattern) {
        StringBuilder regex = new StringBuilder("(?:.*/)?");
        String glob = pattern.startsWith("**/") ? pattern.substring(3) : pattern;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
