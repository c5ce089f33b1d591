package dev.signalbox.wiring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Secrets of every shape that are known nowhere else, and the search for any piece of them.
///
/// @param piece letters of which a piece must not be found; letters that say nothing by themselves (hexadecimal ones, as
///     in commits) need longer pieces
record Canaries(List<String> secrets, int piece) {

    /// Letters that no word, commit or number has side by side.
    private static final String SECRET = "QzXvWkJqYpZwVxQjKzWvXqJyPzKwQvZx";

    static final String CLASSIC = "ghp_" + SECRET.substring(0, 30);

    /// One of each shape, as they would stand in a text.
    static List<String> shapes() {
        return List.of(
                CLASSIC, "gho_" + SECRET.substring(1, 31), "ghs_" + SECRET.substring(2, 32),
                "ghu_" + turned(0), "github_pat_" + turned(3), "glpat-" + turned(5), "glptt-" + turned(7),
                "eyJ" + turned(9) + "." + turned(11) + "." + turned(13), "xoxb-" + turned(15),
                "https://robot:" + turned(17) + "@git.example.com/acme.git",
                "-----BEGIN RSA PRIVATE KEY-----\n" + turned(19) + "\n-----END RSA PRIVATE KEY-----");
    }

    private static String turned(int by) {
        return new StringBuilder(SECRET.substring(by) + SECRET.substring(0, by)).reverse().substring(0, 30);
    }

    /// All pieces of the planted ones.
    static Canaries planted() {
        List<String> parts = new ArrayList<>(List.of(SECRET, SECRET.substring(0, 31)));
        for (int by = 0; by < 20; by++) {
            parts.add(turned(by));
        }
        return new Canaries(parts, 6);
    }

    /// Where a piece was found in a text, with what stands around it; empty for nowhere.
    List<String> in(String where, String text) {
        Set<String> pieces = new HashSet<>();
        for (String secret : secrets) {
            for (int i = 0; i + piece <= secret.length(); i++) {
                pieces.add(secret.substring(i, i + piece));
            }
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i + piece <= text.length() && found.size() < 3; i++) {
            if (pieces.contains(text.substring(i, i + piece))) {
                int from = Math.max(0, i - 80);
                found.add(where + ": …" + text.substring(from, Math.min(text.length(), i + 40)).replace('\n', '⏎'));
                i += 200;
            }
        }
        return found;
    }

    /// The same in every byte of every file below a folder, also of what is packed in it.
    ///
    /// @param except folders and files that are meant to hold them
    List<String> below(Path folder, Set<Path> except) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(f -> except.stream().noneMatch(f::startsWith))
                    .toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            found.addAll(in(file.toString(), text(bytes)));
            for (int at = 0; at + 4 < bytes.length; at++) {
                byte[] inside = unpacked(bytes, at);
                if (inside.length > 0) {
                    found.addAll(in(file + ", packed at " + at, text(inside)));
                }
            }
        }
        return found;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// What was packed by gzip or zip and begins there; empty where nothing does.
    private static byte[] unpacked(byte[] bytes, int at) throws IOException {
        ByteArrayInputStream rest = new ByteArrayInputStream(bytes, at, bytes.length - at);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (bytes[at] == 0x1f && bytes[at + 1] == (byte) 0x8b && bytes[at + 2] == 8) {
            try (GZIPInputStream packed = new GZIPInputStream(rest)) {
                long unused = packed.transferTo(all);
            } catch (IOException notToItsEnd) {
                return all.toByteArray();
            }
        } else if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 3 && bytes[at + 3] == 4) {
            try (ZipInputStream packed = new ZipInputStream(rest)) {
                while (packed.getNextEntry() != null) {
                    long unused = packed.transferTo(all);
                }
            } catch (IOException notToItsEnd) {
                return all.toByteArray();
            }
        }
        return all.toByteArray();
    }
}
