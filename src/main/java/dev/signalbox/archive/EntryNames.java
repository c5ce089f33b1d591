package dev.signalbox.archive;

import dev.signalbox.domain.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of one archive: each must be harmless on every operating system alike, and no two may be the same file on
/// a system that looks at neither case nor Unicode form. One bad name refuses the whole archive.
final class EntryNames {

    private static final int LONGEST = 240;
    private static final int LONGEST_PART = 200;
    private static final int MOST_PARTS = 32;

    /// Names of Windows devices, with any extension (`CON`, `nul.txt`, `com¹.log`).
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*(\\..*)?");

    /// What Windows forbids; the colon also names alternate data streams, the backslash also separates.
    private static final String FORBIDDEN = "\\:<>\"|?*";

    private final int mostFolders;
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();

    /// @param mostFolders that may come of all names together: one name makes as many as it has parts
    EntryNames(int mostFolders) {
        this.mostFolders = mostFolders;
    }

    /// Takes the name of the next entry.
    void add(String name, boolean isFolder) throws RefusedArchive {
        check(name);
        String folded = folded(name);
        if (!isFolder) {
            String twin = files.put(folded, name);
            if (twin != null) {
                throw refused(name, "has the name of another one, " + shown(twin) + ", in some file systems");
            }
        } else {
            noteFolder(folded, name);
        }
        int slash = folded.lastIndexOf('/');
        for (; slash > 0; slash = folded.lastIndexOf('/', slash - 1)) {
            noteFolder(folded.substring(0, slash), name);
        }
    }

    /// To be asked when all names were taken: nothing may be a file and a folder.
    void checkTogether() throws RefusedArchive {
        Set<String> both = new HashSet<>(files.keySet());
        both.retainAll(folders.keySet());
        if (!both.isEmpty()) {
            throw refused(files.getOrDefault(both.iterator().next(), ""), "is a file and a folder at once");
        }
    }

    private void noteFolder(String folded, String name) throws RefusedArchive {
        folders.putIfAbsent(folded, name);
        if (folders.size() > mostFolders) {
            throw new RefusedArchive("The archive makes more than the " + mostFolders + " folders that it may");
        }
    }

    private static void check(String name) throws RefusedArchive {
        if (name.isEmpty()) {
            throw refused(name, "has no name");
        }
        if (name.length() > LONGEST) {
            throw refused(name, "has a path of " + name.length() + " characters, which some systems cannot keep");
        }
        if (name.startsWith("/")) {
            throw refused(name, "has an absolute path");
        }
        if (name.codePoints().anyMatch(EntryNames::isInvisible)) {
            throw refused(name, "has invisible characters in its name");
        }
        if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            throw refused(name, "has a character in its name that some systems forbid");
        }
        List<String> parts = List.of(name.split("/", -1));
        if (parts.size() > MOST_PARTS) {
            throw refused(name, "lies in " + (parts.size() - 1) + " folders, one in another");
        }
        for (String part : parts) {
            checkPart(name, part);
        }
    }

    private static void checkPart(String name, String part) throws RefusedArchive {
        if (part.equals("..") || part.equals(".") || part.isEmpty()) {
            throw refused(name, "leads out of its folder or nowhere");
        }
        if (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ")) {
            throw refused(name, "begins or ends with a space, or ends with a dot");
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART) {
            throw refused(name, "has a name that is too long for some systems");
        }
        if (DEVICE.matcher(part).matches()) {
            throw refused(name, "has the name of a device of Windows");
        }
        // NTFS also answers to the short name, HFS+ also to names with ignorable characters, refused above.
        if (part.equalsIgnoreCase(".git") || part.toLowerCase(Locale.ROOT).startsWith("git~")) {
            throw refused(name, "would be taken for a repository's own folder");
        }
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /// As a file system sees it that ignores case and Unicode form.
    private static String folded(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    static RefusedArchive refused(String name, String why) {
        return new RefusedArchive("The entry " + shown(name) + " " + why);
    }

    private static String shown(String name) {
        return "“" + SafeText.line(name, 80) + "”";
    }
}
