package dev.signalbox.wiring;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The terminal that the console was started from, if there is one.
interface Terminal {

    /// Asks for something that must not be seen while it is typed; nothing when nobody can be asked or nothing was typed.
    Optional<char[]> hidden(String question);

    /// A secret: asked for where a person sits at the terminal, else the first line of what is piped in.
    Optional<char[]> secret(String question);

    /// A line that may be seen.
    Optional<String> line(String question);

    /// This process' terminal.
    static Terminal here() {
        Console console = System.console();
        return console != null && console.isTerminal() ? new Seat(console) : new Pipe(System.in);
    }

    /// A person at a terminal.
    record Seat(Console console) implements Terminal {

        @Override
        public Optional<char[]> hidden(String question) {
            return Optional.ofNullable(console.readPassword("%s", question)).filter(typed -> typed.length > 0);
        }

        @Override
        public Optional<char[]> secret(String question) {
            return hidden(question);
        }

        @Override
        public Optional<String> line(String question) {
            return Optional.ofNullable(console.readLine("%s", question));
        }
    }

    /// Nobody to ask; a secret may come through a pipe, as with `pass show work | signalbox secret set …`.
    record Pipe(InputStream in) implements Terminal {

        private static final int LONGEST = 20_000;

        @Override
        public Optional<char[]> hidden(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> secret(String question) {
            char[] letters = new char[LONGEST];
            int count = 0;
            // Not closed: the stream is the process'. Not buffered: what is read is wiped.
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            try {
                for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r' && count < LONGEST; c = reader.read()) {
                    letters[count++] = (char) c;
                }
                return count == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(letters, count));
            } catch (IOException broken) {
                return Optional.empty();
            } finally {
                Arrays.fill(letters, '\0');
            }
        }

        @Override
        public Optional<String> line(String question) {
            return Optional.empty();
        }
    }
}
