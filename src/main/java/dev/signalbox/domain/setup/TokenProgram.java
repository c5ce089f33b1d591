package dev.signalbox.domain.setup;

import java.util.List;

/// A command line tool of a CI provider that may have a token already.
///
/// @param name what it is called: `gh` or `glab`
/// @param line exactly what would be run
/// @param installed whether it is on this machine's `PATH`
public record TokenProgram(String name, List<String> line, boolean installed) {

    public TokenProgram {
        line = List.copyOf(line);
    }
}
