package dev.signalbox.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small archives and reports.
final class Zips {

    static final String RED = """
            <testsuite name="s" tests="2" failures="1"><testcase classname="RankingIT" name="ranks"/>
            <testcase classname="RankingIT" name="ties"><failure message="expected [a, b]">at X</failure></testcase>
            </testsuite>""";
    static final String GREEN = """
            <testsuite name="s" tests="2" failures="0"><testcase classname="RankingIT" name="ranks"/>
            <testcase classname="RankingIT" name="ties"/></testsuite>""";

    private Zips() {}

    /// An archive of files: name, content, name, content …
    static byte[] of(String... files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
