package dev.signalbox.wiring;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.gitlab.GitLab;
import dev.signalbox.provider.http.ApiRequest;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.http.Credential;
import dev.signalbox.provider.http.HttpDoor;
import dev.signalbox.ui.settings.configured.ConfigDesk;
import dev.signalbox.ui.words.Problems;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.SavedConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The values of the configuration in use. They are changed in the console's own file only, which is read anew before, so
/// that what another page has written meanwhile stays.
final class ConfiguredValues implements ConfigDesk {

    private final Machine machine;
    private final Threads threads;
    private final Executor fx;
    private final @Nullable Leaving leaving;
    private final Leaving.Written written;
    private final ConsoleConfig config;

    /// @param fx runs work on the screen's thread
    /// @param leaving absent where there is no window to leave
    ConfiguredValues(Machine machine, Threads threads, Executor fx, @Nullable Leaving leaving) {
        this.machine = machine;
        this.threads = threads;
        this.fx = fx;
        this.leaving = leaving;
        written = leaving == null ? Leaving.Written.NOTHING : leaving.written();
        ConsoleConfig known = written.config();
        config = known == null ? new ConsoleConfig(List.of(), List.of(), null) : known;
    }

    @Override
    public String fixed() {
        if (written.config() == null) {
            return "Practice has its own servers and keeps what every console keeps: nothing is set here.";
        }
        return written.own() == null
                ? "In the file that the console was started with (--config): it is shown here, and changed there."
                : "";
    }

    @Override
    public List<String> accounts() {
        return config.accounts().stream().map(account -> account.id().name()).toList();
    }

    @Override
    public String value(String name) {
        return ConfiguredTexts.of(config, name);
    }

    @Override
    public void keep(Map<String, String> changed, Consumer<String> failed) {
        Leaving ways = leaving;
        Path own = written.own();
        if (ways == null || own == null) {
            failed.accept(fixed());
            return;
        }
        threads.workers().execute(() -> {
            String problem = write(own, changed);
            if (problem.isEmpty()) {
                ways.again();
            } else {
                fx.execute(() -> failed.accept(problem));
            }
        });
    }

    private String write(Path own, Map<String, String> changed) {
        try {
            new SavedConfig(own).change(machine.home(), now -> {
                ConsoleConfig next = ConfiguredTexts.change(now, changed, machine.home());
                next.accounts().stream().filter(account -> !account.isAddressedByTeam()).forEach(
                        account -> AccountHttp.of(
                                machine, threads, base(account), Credential.none(), account.proxy(),
                                account.authority()));
                return next;
            });
            return "";
        } catch (IOException unwritable) {
            return "The configuration could not be written: " + IoWords.of(unwritable) + ".";
        } catch (IllegalArgumentException impossible) {
            return String.valueOf(impossible.getMessage());
        }
    }

    @Override
    public void test(String account, Map<String, String> changed, Consumer<String> told) {
        threads.workers().execute(() -> {
            String words = tested(account, changed);
            fx.execute(() -> told.accept(words));
        });
    }

    private String tested(String name, Map<String, String> changed) {
        try {
            ConsoleConfig asSet = ConfiguredTexts.change(config, changed, machine.home());
            CiAccount account = asSet.accounts().stream()
                    .filter(a -> a.id().name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no such account."));
            return ask(account);
        } catch (IllegalArgumentException impossible) {
            return SafeText.line(String.valueOf(impossible.getMessage()), 300);
        }
    }

    private String ask(CiAccount account) {
        BaseUrl base = base(account);
        String host = base.origin().host();
        try (HttpDoor door = HttpDoor.open(AccountHttp.of(
                machine, threads, base, Credential.none(), account.proxy(), account.authority()))) {
            door.bytes(ApiRequest.read(base.url()));
            return host + " answers.";
        } catch (RemoteFailure failure) {
            return switch (failure.problem()) {
                case RemoteProblem.Unauthorized asks -> host + " answers, and asks who you are, as it should.";
                case RemoteProblem.Forbidden asks -> host + " answers, and asks who you are, as it should.";
                case RemoteProblem.NotFound nothing -> host + " answers.";
                case RemoteProblem.RateLimited busy -> host + " answers, and asks for patience.";
                default -> SafeText.line(Problems.sentence(failure.problem(), machine.clock().instant()), 300);
            };
        }
    }

    private static BaseUrl base(CiAccount account) {
        if (account.isAddressedByTeam()) {
            throw new IllegalArgumentException("The team file says where this account is.");
        }
        return account.kind() == Connection.Kind.GITLAB ? GitLab.base(account.url()) : GitHub.base(account.url());
    }
}
