package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.TokenProgram;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which program prints the token: the provider's tool on this machine, or a command that somebody types.
final class ProgramChoice {

    private final SetupDesk desk;
    private final StringProperty command = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<TokenProgram>> program = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<TokenProgram> tool = Optional.empty();

    ProgramChoice(SetupDesk desk) {
        this.desk = desk;
        command.addListener((property, before, now) -> look());
    }

    /// A command of somebody's own; empty for the provider's tool.
    StringProperty commandProperty() {
        return command;
    }

    /// What would be run; absent when there is nothing, or what is typed is no command yet.
    ReadOnlyObjectProperty<Optional<TokenProgram>> program() {
        return program.getReadOnlyProperty();
    }

    /// @param where the server that the token is for
    void serve(Host where) {
        tool = desk.program(where).filter(TokenProgram::installed);
        look();
    }

    /// What to run.
    ///
    /// @throws IllegalArgumentException with a sentence, when there is nothing that can be run
    TokenProgram chosen() {
        if (!command.get().isBlank()) {
            return TokenProgram.typed(command.get());
        }
        return tool.orElseThrow(() -> new IllegalArgumentException(
                "No such program is known for this server. Type a command that prints a token."));
    }

    private void look() {
        try {
            program.set(Optional.of(chosen()));
        } catch (IllegalArgumentException unfinished) {
            program.set(Optional.empty());
        }
    }
}
