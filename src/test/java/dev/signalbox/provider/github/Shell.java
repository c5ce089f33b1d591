package dev.signalbox.provider.github;

import java.util.ArrayList;
import java.util.List;

/// Splits a command into words as a POSIX shell would, as far as our commands need it: quotes, and escaped characters
/// outside of them. What a shell would expand outside single quotes is an error, but for the credential's variable.
final class Shell {

    private Shell() {}

    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\'') {
                int end = command.indexOf('\'', i + 1);
                word.append(command, i + 1, end);
                i = end;
                begun = true;
            } else if (c == '"') {
                int end = command.indexOf('"', i + 1);
                String inside = command.substring(i + 1, end);
                if (!inside.equals("Authorization: Bearer $GITHUB_TOKEN")) {
                    throw new AssertionError("a shell would look into: " + inside);
                }
                word.append(inside);
                i = end;
                begun = true;
            } else if (c == '\\') {
                i++;
                if (command.charAt(i) != '\n') {
                    word.append(command.charAt(i));
                    begun = true;
                }
            } else if (c == ' ' || c == '\n') {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else if (Character.isLetterOrDigit(c) || c == '-') {
                word.append(c);
                begun = true;
            } else {
                throw new AssertionError("a shell would act on: " + c);
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
