package dev.signalbox.domain.setup;

import java.nio.file.Path;
import java.util.List;

/// A program that a kubeconfig wants to run for a credential. Nobody has run it.
///
/// @param line the program and its arguments, as they would be run
/// @param variables names of the environment variables that the entry sets; their values may be secret
/// @param fingerprint stands for program, arguments and variables with their values: what is agreed to
/// @param file the kubeconfig that names it
public record ExecCommand(List<String> line, List<String> variables, String fingerprint, Path file) {

    public ExecCommand {
        line = List.copyOf(line);
        variables = List.copyOf(variables);
    }
}
