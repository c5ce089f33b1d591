package dev.signalbox.wiring.config;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.provider.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with a file, each with its line and what to write instead.
final class Problems {

    private final String file;
    private final List<String> sentences = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String sentence) {
        // What is quoted may come from somebody else's file, and it is shown in a terminal too.
        sentences.add(SafeText.line(line > 0 ? file + ", line " + line + ": " + sentence : file + ": " + sentence));
    }

    void add(YamlNode where, String sentence) {
        add(where.line(), sentence);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
