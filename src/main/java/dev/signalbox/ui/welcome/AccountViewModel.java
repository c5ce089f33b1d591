package dev.signalbox.ui.welcome;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Chosen.Account.Keeping;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.setup.TokenSheet;
import dev.signalbox.domain.text.SafeText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The first step: which server, and a token for it, by one of three ways.
final class AccountViewModel {

    /// How somebody gives a token.
    enum By {
        PASTE,
        BROWSER,
        PROGRAM
    }

    private final SetupDesk desk;
    private final Asking asking;
    private final Supplier<Collection<ConnectionId>> taken;
    private final BiConsumer<Chosen.Account, TokenSheet> signedIn;
    private final ObjectProperty<Connection.Kind> kind = new SimpleObjectProperty<>(Connection.Kind.GITHUB);
    private final StringProperty host = new SimpleStringProperty(Hosts.preset(Connection.Kind.GITHUB));
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.PASTE);
    private final StringProperty token = new SimpleStringProperty("");
    private final BooleanProperty eachStart = new SimpleBooleanProperty(false);
    private final StringProperty clientId = new SimpleStringProperty("");
    private String offered = "";
    private final ProgramChoice programs;
    private final StringProperty proxy = new SimpleStringProperty("");
    private final StringProperty authority = new SimpleStringProperty("");
    private final BooleanProperty networkFolded = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable DeviceCode> code = new ReadOnlyObjectWrapper<>(null);

    /// @param taken names of connections that are chosen already
    /// @param signedIn takes an account whose token the server accepted
    AccountViewModel(
            SetupDesk desk, Asking asking, Supplier<Collection<ConnectionId>> taken,
            BiConsumer<Chosen.Account, TokenSheet> signedIn) {
        this.desk = desk;
        programs = new ProgramChoice(desk);
        this.asking = asking;
        this.taken = taken;
        this.signedIn = signedIn;
        kind.addListener((property, before, now) -> {
            if (host.get().isBlank() || host.get().equals(Hosts.preset(before))) {
                host.set(Hosts.preset(now));
            }
            look();
        });
        host.addListener((property, before, now) -> look());
        // A sign-in that came to an end has no code any more, whether it failed or somebody gave it up.
        asking.doing().addListener((property, before, now) -> {
            if (now.isEmpty()) {
                code.set(null);
            }
        });
        look();
    }

    ObjectProperty<Connection.Kind> kindProperty() {
        return kind;
    }

    StringProperty hostProperty() {
        return host;
    }

    ObjectProperty<By> byProperty() {
        return by;
    }

    /// What is typed or pasted; empty again as soon as it is on its way.
    StringProperty tokenProperty() {
        return token;
    }

    /// Whether the token is not kept, but typed or printed anew at each start. Not for one by the browser, which is
    /// renewed.
    BooleanProperty eachStartProperty() {
        return eachStart;
    }

    StringProperty clientIdProperty() {
        return clientId;
    }

    /// Address of the proxy through which the server is reached; empty for none.
    StringProperty proxyProperty() {
        return proxy;
    }

    /// File of certificates that are trusted beside those that come with Java; empty for none.
    StringProperty authorityProperty() {
        return authority;
    }

    /// Whether the way to the server is out of sight. It is shown to whoever needs another one.
    BooleanProperty networkFoldedProperty() {
        return networkFolded;
    }

    /// The code that somebody is to type in a browser, while that is waited for.
    ReadOnlyObjectProperty<@Nullable DeviceCode> code() {
        return code.getReadOnlyProperty();
    }

    /// The program that prints the token, where that is the way.
    ProgramChoice programs() {
        return programs;
    }

    Asking asking() {
        return asking;
    }

    /// Begins with a fresh form for one more account.
    void clear() {
        cancel();
        token.set("");
        clientId.set("");
        programs.commandProperty().set("");
        eachStart.set(false);
        by.set(By.PASTE);
        host.set(Hosts.preset(kind.get()));
        proxy.set("");
        authority.set("");
        networkFolded.set(true);
        look();
    }

    /// Shows the server of an account that somebody went back to: another token for it must not go elsewhere, nor be kept
    /// where the one before was not.
    void show(Chosen.Account of) {
        clear();
        Host where = of.host();
        eachStart.set(!(of.keeping() instanceof Keeping.InVault));
        kind.set(where.kind());
        host.set(Hosts.typed(where.url()));
        proxy.set(Objects.requireNonNullElse(where.proxy(), ""));
        authority.set(where.authority() == null ? "" : where.authority().toString());
        networkFolded.set(where.proxy() == null && where.authority() == null);
    }

    /// Goes on by the way that is chosen.
    void forward() {
        if (asking.isBusy()) {
            return;
        }
        Host where;
        try {
            where = typedHost();
        } catch (InvalidPathException odd) {
            asking.object("This cannot be a file: " + SafeText.line(authority.get(), 200));
            return;
        }
        String objection = desk.objection(where);
        if (!objection.isEmpty()) {
            asking.object(objection);
            return;
        }
        switch (by.get()) {
            case PASTE -> paste(where);
            case BROWSER -> browse(where);
            case PROGRAM -> print(where);
        }
    }

    /// Opens the page on which the code is typed.
    void openPage() {
        DeviceCode begun = code.get();
        if (begun != null) {
            desk.open(begun.filled() == null ? begun.page() : begun.filled());
        }
    }

    /// Gives up what is under way.
    void cancel() {
        code.set(null);
        asking.cancel();
    }

    private void paste(Host where) {
        HiddenText typed = new HiddenText(token.get().strip());
        if (typed.isBlank()) {
            asking.object("Paste a token first.");
            return;
        }
        token.set("");
        check(where, new SignInAnswer.Granted(typed, null), kept(new Keeping.Nowhere()));
    }

    private void browse(Host where) {
        String id = clientId.get().strip();
        if (id.isEmpty()) {
            asking.object("Type the client ID of the application that is registered at the server.");
            return;
        }
        asking.ask("Asking the server for a code…",
                way -> desk.signIn(where, id, begun -> way.accept(() -> {
                    code.set(begun);
                    asking.tell("Waiting until the code was typed in the browser…");
                })),
                given -> {
                    code.set(null);
                    check(where, given, new Keeping.InVault());
                },
                this::reveal);
    }

    private void print(Host where) {
        try {
            run(programs.chosen(), where);
        } catch (IllegalArgumentException odd) {
            asking.object(String.valueOf(odd.getMessage()));
        }
    }

    private void run(TokenProgram tool, Host where) {
        Keeping keeping = kept(new Keeping.WithProgram(tool.line()));
        asking.ask("Asking " + tool.name() + "…", way -> desk.ask(tool),
                given -> check(where, new SignInAnswer.Granted(given, null), keeping));
    }

    private Keeping kept(Keeping elsewhere) {
        return eachStart.get() ? elsewhere : new Keeping.InVault();
    }

    /// @param where the server that the token is for, whatever stands in the field by now
    private void check(Host where, SignInAnswer.Granted given, Keeping keeping) {
        Chosen.Account bare = new Chosen.Account(
                Hosts.name(where.kind(), where.url(), taken.get()), where, given.token(), List.of())
                .kept(keeping);
        Grant grant = given.grant();
        Chosen.Account account = grant == null ? bare : bare.by(grant);
        asking.ask("Asking the server what this token may do…", way -> desk.check(account),
                sheet -> signedIn.accept(
                        account, grant == null ? sheet.givenUntil(given.expiresAt()) : sheet.renewed()),
                this::reveal);
    }

    /// Shows the way to a server that did not answer.
    private void reveal(SetupDesk.Trouble trouble) {
        if (trouble instanceof SetupDesk.NoAnswer) {
            networkFolded.set(false);
        }
    }

    private Host typedHost() {
        String file = authority.get().strip();
        return new Host(
                kind.get(), Hosts.meant(kind.get(), host.get()), Hosts.proxy(proxy.get()),
                file.isEmpty() ? null : Path.of(file).toAbsolutePath());
    }

    private void look() {
        Host there = new Host(kind.get(), Hosts.meant(kind.get(), host.get()));
        programs.serve(there);
        // What somebody has typed stays, whatever server they turn to.
        if (clientId.get().isBlank() || clientId.get().equals(offered)) {
            offered = desk.clientId(there);
            clientId.set(offered);
        }
    }
}
