package dev.signalbox.ui.welcome;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.BrowserCode;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.FoldSection;
import dev.signalbox.ui.widget.Tabs;
import dev.signalbox.ui.widget.Texts;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// The first step as it looks.
final class AccountPage implements StepPage {

    private static final double FIELD = 420;

    /// Of a program, in characters, on the button that runs it; its whole command stands above.
    private static final int LONGEST_NAME = 24;

    private final AccountViewModel model;
    private final TextField host = new TextField();
    private final VBox way = new VBox(10);
    private final VBox root = new VBox(14);
    private final PasswordField token = new PasswordField();
    private final TextField clientId = new TextField();
    private final Label intent = Texts.wrapped("", "sb-muted");
    private final Label line = Texts.mono("");
    private final TextField command = new TextField();
    private final CheckBox eachStart = new CheckBox();

    AccountPage(AccountViewModel model) {
        this.model = model;
        root.setId("step-account");
        Tabs<Connection.Kind> kinds = new Tabs<>(
                "account-kind", List.of(Connection.Kind.GITHUB, Connection.Kind.GITLAB), Hosts::provider);
        kinds.selectedProperty().bindBidirectional(model.kindProperty());
        host.setId("account-host");
        host.textProperty().bindBidirectional(model.hostProperty());
        token.setId("account-token");
        token.textProperty().bindBidirectional(model.tokenProperty());
        clientId.setId("account-client-id");
        clientId.textProperty().bindBidirectional(model.clientIdProperty());
        line.setId("account-program");
        line.getStyleClass().add("sb-code");
        line.setWrapText(true);
        line.managedProperty().bind(line.visibleProperty());
        command.setId("account-command");
        command.setPromptText("pass show work/ci");
        command.textProperty().bindBidirectional(model.programs().commandProperty());
        eachStart.setId("account-each-start");
        eachStart.setWrapText(true);
        eachStart.selectedProperty().bindBidirectional(model.eachStartProperty());
        Tabs<AccountViewModel.By> ways = new Tabs<>(
                "account-by", List.of(AccountViewModel.By.values()), AccountPage::words);
        ways.selectedProperty().bindBidirectional(model.byProperty());
        root.getChildren().addAll(
                Fields.of("Provider", "", kinds),
                Fields.of("Host", "What you would type into a browser; your own server works too.", host),
                Fields.of("Sign in", "", ways),
                way, network());
        host.setMaxWidth(FIELD);
        token.setMaxWidth(FIELD);
        clientId.setMaxWidth(FIELD);
        command.setMaxWidth(FIELD);
        model.byProperty().addListener((property, before, now) -> refresh());
        model.kindProperty().addListener((property, before, now) -> refresh());
        // The field in which the command is typed stays where it is.
        model.programs().program().addListener((property, before, now) -> tellProgram());
        model.eachStartProperty().addListener((property, before, now) -> {
            boolean chosen = eachStart.isFocused();
            refresh();
            if (chosen) {
                eachStart.requestFocus();
            }
        });
        model.code().addListener((property, before, now) -> refresh());
        refresh();
    }

    /// The way to the server, for who needs another one than most.
    private FoldSection network() {
        TextField proxy = new TextField();
        proxy.setId("account-proxy");
        proxy.setPromptText("http://proxy.example.com:3128");
        proxy.setMaxWidth(FIELD);
        proxy.textProperty().bindBidirectional(model.proxyProperty());
        TextField file = new TextField();
        file.setId("account-authority");
        file.setPromptText("/etc/ssl/company.pem");
        file.setPrefWidth(FIELD);
        file.textProperty().bindBidirectional(model.authorityProperty());
        HBox row = new HBox(
                8, file, Buttons.of("account-authority-choose", Feather.FOLDER, "Choose…", this::chooseFile));
        row.setAlignment(Pos.CENTER_LEFT);
        VBox authority = Fields.of(
                "Certificates", "File (PEM) of certificates that are trusted beside those that come with Java.", row);
        file.setAccessibleText("Certificates");
        file.setAccessibleHelp(row.getAccessibleHelp());
        VBox fields = new VBox(
                14, Fields.of("Proxy", "Hosts that NO_PROXY names are asked directly.", proxy), authority);
        fields.setPadding(new Insets(8, 0, 0, 0));
        FoldSection section = new FoldSection("account-network", "Network", fields);
        section.foldedProperty().bindBidirectional(model.networkFoldedProperty());
        return section;
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a file of certificates");
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.authorityProperty().set(chosen.getPath());
        }
    }

    private static String words(AccountViewModel.By by) {
        return switch (by) {
            case PASTE -> "Paste a token";
            case BROWSER -> "In the browser";
            case PROGRAM -> "Take the one that a program has";
        };
    }

    private void refresh() {
        DeviceCode code = model.code().get();
        eachStart.setText(model.byProperty().get() == AccountViewModel.By.PROGRAM
                ? "Do not keep what it prints: run it at each start"
                : "Do not keep it: ask for it at each start, also when this board opens");
        List<Node> waiting = code == null
                ? List.of()
                : List.of(new BrowserCode("account", code, page -> model.openPage()));
        way.getChildren().setAll(code != null ? waiting : switch (model.byProperty().get()) {
            case PASTE -> List.of(Fields.of("Token", (model.eachStartProperty().get()
                    ? "It is kept nowhere; "
                    : "It goes into the encrypted vault, bound to this host; ")
                    + Hosts.tokenHint(model.kindProperty().get()), token), eachStart);
            case BROWSER -> List.of(Fields.of("Client ID of the application", "Whoever administers the server registers"
                    + " an application with device flow switched on, and tells you its client ID. It is no secret.",
                    clientId));
            case PROGRAM -> List.of(
                    intent, line, Fields.of("Another command", "One of yours that prints a token. No shell reads it;"
                            + " quotes keep words together.", command),
                    eachStart);
        });
        tellProgram();
    }

    private void tellProgram() {
        Optional<TokenProgram> program = model.programs().program().get();
        line.setVisible(program.isPresent());
        line.setText(program.map(tool -> SafeText.line(tool.shown(), 1_000)).orElse(""));
        if (program.isEmpty()) {
            intent.setText(model.programs().commandProperty().get().isBlank()
                    ? "Neither gh nor glab, whichever fits this server, was found on this machine."
                    : "Nothing can be run as it stands.");
            return;
        }
        intent.setText("Nothing is run before you go on. That runs exactly this"
                + (model.eachStartProperty().get()
                        ? ", and each start runs it again:"
                        : " and keeps what it prints in the vault:"));
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void shown() {
        if (model.byProperty().get() == AccountViewModel.By.PASTE) {
            token.requestFocus();
        } else {
            host.requestFocus();
        }
    }

    @Override
    public Asking asking() {
        return model.asking();
    }

    @Override
    public ObservableValue<String> forwardWords() {
        return Bindings.createStringBinding(() -> switch (model.byProperty().get()) {
            case PASTE -> "Check the token";
            case BROWSER -> "Get a code";
            case PROGRAM -> model.programs().program().get().map(p -> "Run " + SafeText.line(p.name(), LONGEST_NAME))
                    .orElse("Run");
        }, model.byProperty(), model.programs().program());
    }

    @Override
    public void forward() {
        model.forward();
    }
}
