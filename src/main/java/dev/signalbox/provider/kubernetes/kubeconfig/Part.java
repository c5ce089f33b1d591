package dev.signalbox.provider.kubernetes.kubeconfig;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A named cluster, context or user of a file, or a mapping within one, with typed access to its fields.
///
/// @param what what it is, in words, for sentences
/// @param twice whether the file has another of the same name
record Part(Path file, String what, YamlNode.Mapping body, boolean twice) {

    String text(String key) throws Refusal {
        YamlNode node = body.entries().get(key);
        return switch (node) {
            case null -> "";
            case YamlNode.Scalar scalar -> scalar.text();
            default -> throw refuse(node, key + " should be text, not " + node.kind());
        };
    }

    boolean flag(String key) throws Refusal {
        String text = text(key);
        return switch (text) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw refuse(body, key + " should be true or false");
        };
    }

    List<String> texts(String key) throws Refusal {
        List<String> found = new ArrayList<>();
        YamlNode node = body.entries().get(key);
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (!(item instanceof YamlNode.Scalar scalar)) {
                    throw refuse(item, key + " should be a list of texts");
                }
                found.add(scalar.text());
            }
        } else if (isSomething(node)) {
            throw refuse(body, key + " should be a list");
        }
        return List.copyOf(found);
    }

    /// The mappings in a list.
    List<Part> parts(String key) throws Refusal {
        List<Part> found = new ArrayList<>();
        YamlNode node = body.entries().get(key);
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (!(item instanceof YamlNode.Mapping mapping)) {
                    throw refuse(item, key + " should be a list of mappings");
                }
                found.add(new Part(file, what, mapping, false));
            }
        } else if (isSomething(node)) {
            throw refuse(body, key + " should be a list");
        }
        return List.copyOf(found);
    }

    @Nullable
    Part part(String key) throws Refusal {
        YamlNode node = body.entries().get(key);
        if (node instanceof YamlNode.Mapping mapping) {
            return new Part(file, what, mapping, false);
        }
        if (isSomething(node)) {
            throw refuse(body, key + " should be a mapping");
        }
        return null;
    }

    /// PEM text that is given in base64 under `key-data`, or as a file under `key`; empty when neither is.
    String pem(String key) throws Refusal {
        String data = text(key + "-data");
        if (!data.isEmpty()) {
            try {
                String pem = new String(Base64.getMimeDecoder().decode(data), StandardCharsets.ISO_8859_1);
                return checked(pem, key + "-data");
            } catch (IllegalArgumentException e) {
                throw refuse(body, key + "-data is not base64");
            }
        }
        String name = text(key);
        if (name.isEmpty()) {
            return "";
        }
        Path linked = resolve(name, key);
        try {
            return checked(LinkedFile.read(linked, LinkedFile.LARGEST_LINKED), key);
        } catch (IOException e) {
            throw refuse(body,
                    key + " names " + SafeText.line(linked.toString(), 200) + ", but " + LinkedFile.words(e));
        }
    }

    Path resolve(String name, String key) throws Refusal {
        try {
            return file.resolveSibling(name).normalize();
        } catch (InvalidPathException e) {
            throw refuse(body, key + " is not a path");
        }
    }

    Refusal refuse(YamlNode where, String why) {
        return new Refusal(what + " (" + file.getFileName() + ", line " + where.line() + "): " + why);
    }

    private String checked(String pem, String key) throws Refusal {
        if (!pem.contains("-----BEGIN ")) {
            throw refuse(body, key + " does not hold PEM text");
        }
        return pem;
    }

    private static boolean isSomething(@Nullable YamlNode node) {
        return node != null && !(node instanceof YamlNode.Scalar scalar && scalar.text().isEmpty());
    }
}
