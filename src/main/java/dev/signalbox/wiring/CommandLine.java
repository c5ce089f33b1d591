package dev.signalbox.wiring;

import dev.signalbox.action.Pause;
import dev.signalbox.desktop.Folders;
import dev.signalbox.desktop.LinkArgument;
import dev.signalbox.domain.link.DeepLinks;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.secrets.Vault;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/// What can be asked of the console on its command line.
@Command(name = "signalbox", mixinStandardHelpOptions = true, description = "A desktop release-control console: see what runs where, approve, promote and roll back.", footer = {
    "",
    "Without arguments the console opens what is set up in its settings folder; a welcome window sets it up.",
    "Tokens are read from where the configuration says: environment variables, the vault, a program, or this terminal.",
    "“signalbox secret --help” tells how to put one into the vault."
})
public final class CommandLine {

    @Option(names = "--practice", description = "Start on the embedded practice team.")
    private boolean practice;

    @Option(names = "--config", paramLabel = "FILE", description = "Connect to the accounts and clusters named in FILE.")
    private @Nullable Path config;

    @Option(names = "--practice-servers", description = "Start only the practice team's servers and print their addresses; end with Ctrl-C.")
    private boolean practiceServers;

    @Option(names = "--snapshot", paramLabel = "DIR", description = "Write a picture of every screen to DIR, dark and light, and exit. Needs no display.")
    private @Nullable Path snapshot;

    @Option(names = "--data", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "Keep all files of the console below DIR.")
    private @Nullable Path data;

    @Parameters(index = "0", arity = "0..1", paramLabel = "LINK", description = "A signalbox:// link to what is to be shown; it never does anything else.")
    private @Nullable String link;

    private CommandLine() {}

    /// Runs what the arguments ask for.
    ///
    /// @return the exit code: 0 done, 1 could not be done, 2 the arguments are wrong
    public static int run(String... arguments) {
        CommandLine wanted = new CommandLine();
        picocli.CommandLine parser = new picocli.CommandLine(wanted);
        parser.getCommandSpec().version(AboutThis.here().product());
        parser.addSubcommand(new SecretCommand(
                wanted::vault, wanted::belongings, Terminal.here(), System.out, System.err));
        // An argument is never read as the name of a file with more arguments.
        parser.setExpandAtFiles(false);
        parser.setExecutionStrategy(parsed -> {
            Integer asked = picocli.CommandLine.executeHelpRequest(parsed);
            if (asked != null) {
                return asked;
            }
            return parsed.hasSubcommand() ? new RunLast().execute(parsed) : wanted.start();
        });
        return new ParsedCommand(parser).execute(arguments);
    }

    /// What the real console has put on this machine, and practice with it.
    private Belongings belongings() {
        Machine machine = Machine.here();
        return new Belongings(machine, Launch.folders(machine, data));
    }

    /// The vault of the real console; practice has none.
    private Vault vault() throws IOException {
        Machine machine = Machine.here();
        Folders folders = Launch.folders(machine, data);
        folders.make();
        return new VaultPlace(machine, folders, Terminal.here()).open();
    }

    private int start() {
        if (config != null && (practice || practiceServers)) {
            System.err.println("--config and practice exclude each other: practice never reaches a real account.");
            return 2;
        }
        Machine machine = Machine.here();
        String wanted = link == null ? "" : LinkArgument.opened(machine.system(), link);
        if (!wanted.isEmpty() && DeepLinks.parse(wanted).isEmpty()) {
            System.err.println("This is neither an option nor a link: " + SafeText.line(wanted, 200));
            System.err.println("Try --help.");
            return 2;
        }
        return new Launch(machine, way(), snapshot, data, wanted, Pause.real()).run(practiceServers);
    }

    private Way way() {
        if (config != null) {
            return new Way.Given(config);
        }
        return practice || practiceServers ? new Way.Practise() : new Way.Own();
    }

    /// Runs picocli's parser without a command object of its own: the strategy does the work.
    private record ParsedCommand(picocli.CommandLine parser) {

        int execute(String... arguments) {
            try {
                return parser.getExecutionStrategy().execute(parser.parseArgs(arguments));
            } catch (picocli.CommandLine.ParameterException wrong) {
                System.err.println(wrong.getMessage());
                System.err.println("Try --help.");
                return 2;
            }
        }
    }
}
