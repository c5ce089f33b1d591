package dev.signalbox.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// What others wrote and the product contains: a list by name, version and licence, then the texts that came with it.
///
/// @param components each with its licences, by name
/// @param texts licence and notice files, each once, with the jars that hold it
record ThirdParty(Map<String, String> components, Map<String, List<String>> texts) {

    /// Where the program finds the list on its class path.
    static final String RESOURCE = "dev/signalbox/legal/third-party.txt";

    private static final String RULE = "-".repeat(100);

    /// @param bom the list of components, as CycloneDX's plugin writes it
    /// @param jars the libraries that are installed
    static ThirdParty collect(Path bom, List<Path> jars) throws IOException {
        Map<String, String> components = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            String name = component.path("group").asText() + ":" + component.path("name").asText() + " "
                    + component.path("version").asText();
            components.put(name, licences(name, component.path("licenses")));
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Path jar : jars) {
            texts(jar).forEach(text -> texts.computeIfAbsent(text, key -> new ArrayList<>())
                    .add(jar.getFileName().toString()));
        }
        return new ThirdParty(components, texts);
    }

    /// The same, with the fonts in our own jar, which no list of components names.
    ///
    /// @param fonts the folder with the fonts, and beside them a file `LICENSE-NAME.txt` for each family
    /// @throws IOException when a font has no such file, or one with another licence
    ThirdParty withFonts(Path fonts) throws IOException {
        Map<String, String> all = new TreeMap<>(components);
        Map<String, List<String>> legal = new LinkedHashMap<>(texts);
        for (Path font : Tree.list(fonts, ".ttf")) {
            String family = font.getFileName().toString().replaceFirst("_.*$", "");
            Path file = fonts.resolve("LICENSE-" + family + ".txt");
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            if (!text.contains("SIL Open Font License, Version 1.1")) {
                throw new IOException(font.getFileName() + " has no licence that is known here: look at " + file);
            }
            if (all.put("font:" + family, "OFL-1.1") == null) {
                legal.put(text.replace("\r\n", "\n").strip(), List.of(file.getFileName().toString()));
            }
        }
        return new ThirdParty(all, legal);
    }

    private static String licences(String name, JsonNode choices) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode choice : choices) {
            JsonNode licence = choice.path("license");
            names.add(choice.has("expression")
                    ? choice.path("expression").asText()
                    : licence.path("id").asText(licence.path("name").asText()));
        }
        names.removeIf(String::isBlank);
        if (names.isEmpty()) {
            throw new IOException(name + " declares no licence: find it out before it is shipped");
        }
        return String.join(", ", names);
    }

    private static List<String> texts(Path jar) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> isLegal(e.getName())).toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    texts.add(new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip());
                }
            }
        }
        return texts;
    }

    static boolean isLegal(String entry) {
        return entry.matches("(?i)(META-INF/)?(LICEN[CS]E|NOTICE|COPYING|COPYRIGHT)(-[A-Za-z0-9.-]+)?(\\.(txt|md))?");
    }

    String text() {
        String list = components.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
        String all = texts.entrySet().stream()
                .map(entry -> RULE + "\n" + String.join(", ", entry.getValue()) + "\n\n" + entry.getKey() + "\n")
                .collect(Collectors.joining("\n"));
        return "Signalbox contains these works of others. The Java runtime's own licences are in its folder “legal”.\n\n"
                + list + "\n\n" + all;
    }

    /// A jar that holds nothing but the list, so that the program can show it.
    void writeJar(Path jar, long time) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry(RESOURCE);
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
