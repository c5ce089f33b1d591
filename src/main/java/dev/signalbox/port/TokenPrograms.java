package dev.signalbox.port;

import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.TokenProgram;
import java.io.IOException;
import java.util.Optional;

/// Command line tools of CI providers that may have a token already.
public interface TokenPrograms {

    /// The tool of that server's provider. Looks at the disk and runs nothing; absent where there is none to name, or where
    /// the address is not one.
    Optional<TokenProgram> of(Host host);

    /// Runs exactly the line of the program and takes what it prints. Blocks; bounded in time and bytes.
    ///
    /// @throws IOException when there is no token; the message is a sentence without a full stop and without its output
    HiddenText ask(TokenProgram program) throws IOException, InterruptedException;
}
