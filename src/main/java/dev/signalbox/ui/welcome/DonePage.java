package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.Chosen.Account.Keeping;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.widget.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The last step as it looks: what will be kept, and where.
final class DonePage implements StepPage {

    private static final double FIELD = 420;

    private final DoneViewModel model;
    private final VBox root = new VBox(12);
    private final VBox secret = new VBox(10);
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();

    DonePage(DoneViewModel model) {
        this.model = model;
        root.setId("step-done");
        passphrase.setId("done-passphrase");
        again.setId("done-again");
        passphrase.setMaxWidth(FIELD);
        again.setMaxWidth(FIELD);
        passphrase.textProperty().bindBidirectional(model.passphraseProperty());
        again.textProperty().bindBidirectional(model.againProperty());
        model.wanted().subscribe(wanted -> {
            secret.getChildren().setAll(switch (wanted) {
                case NONE -> List.<VBox>of();
                case EXISTING -> List.of(Fields.of("Passphrase of the vault", "", passphrase));
                case FRESH -> List.of(
                        Fields.of("New passphrase for the vault",
                                "There is no key ring here that could keep its key. At least ten characters; without"
                                        + " it, nobody reads the tokens again.",
                                passphrase),
                        Fields.of("The same again", "", again));
            });
            passphrase.requestFocus();
        });
    }

    private void fill() {
        Chosen chosen = model.wizard().chosen();
        SetupDesk.Places places = model.places();
        int services = model.wizard().accepted().services().size();
        Path board = services == 0 ? null : places.board();
        Label summary = Texts.wrapped(summary(chosen, services, places.board() != null));
        summary.setId("done-summary");
        root.getChildren().setAll(
                summary,
                tokens(chosen, places),
                board == null
                        ? new VBox(2, Texts.strong("Board"), boardless(places, services))
                        : kept("Board", board.toString(), replaces(places, board)
                                + "a text file; to share it with your team, open “Team file” in the settings, which proposes"
                                + " it to a Git repository, where each console follows it"),
                kept("Configuration", places.configuration().toString(),
                        replaces(places, places.configuration()) + "names accounts and clusters; holds no secret"),
                Texts.wrapped("Production is read-only until you switch actions on in the settings.", "sb-sub"),
                secret);
    }

    private static VBox tokens(Chosen chosen, SetupDesk.Places places) {
        String apart = chosen.accounts().stream().flatMap(account -> {
            String name = SafeText.line(account.id().name(), 60);
            return switch (account.keeping()) {
                case Keeping.InVault vault -> Stream.<String>of();
                case Keeping.Nowhere nowhere -> Stream.of(name + ": kept nowhere, and asked for at each start.");
                case Keeping.WithProgram(List<String> line) ->
                        Stream.of(name + ": printed at each start by " + SafeText.line(line.getFirst(), 60) + ".");
            };
        }).collect(Collectors.joining("\n"));
        boolean inVault = chosen.accounts().stream().anyMatch(a -> a.keeping() instanceof Keeping.InVault);
        VBox all = inVault || apart.isEmpty()
                ? kept("Tokens", places.vault().toString(), "encrypted; each is sent to its own host only")
                : new VBox(2, Texts.strong("Tokens"));
        if (!apart.isEmpty()) {
            all.getChildren().add(Texts.wrapped(apart, "sb-sub"));
        }
        return all;
    }

    private static VBox kept(String what, String where, String more) {
        Label file = Texts.wrapped(SafeText.line(where, 300), "sb-mono");
        return new VBox(2, Texts.strong(what), file, Texts.wrapped(more, "sb-sub"));
    }

    private static Label boardless(SetupDesk.Places places, int services) {
        String words;
        if (services == 0) {
            words = "No service was accepted, so none is written.";
        } else {
            words = SafeText.line(places.boardless(), 400) + " To have "
                    + (services == 1 ? "the accepted service" : "the " + services + " accepted services")
                    + " on a board, write " + (services == 1 ? "it" : "them") + " there by hand.";
        }
        Label label = Texts.wrapped(words, "sb-sub");
        label.setId("done-boardless");
        return label;
    }

    /// Says what happens to a file that is there already.
    private static String replaces(SetupDesk.Places places, Path file) {
        return places.replaced().contains(file)
                ? "replaces the file that is there; what was in it is kept as "
                        + SafeText.line(file.getFileName() + ".1", 100) + "; "
                : "";
    }

    /// @param kept whether the services are kept on a board
    static String summary(Chosen chosen, int services, boolean kept) {
        String accounts = chosen.accounts().stream()
                .map(a -> SafeText.line(a.id().name(), 60) + " with " + many(a.repositories().size(), "repository",
                        "repositories"))
                .collect(Collectors.joining(", "));
        String clusters = chosen.clusters().isEmpty()
                ? "no clusters"
                : chosen.clusters().stream()
                        .map(c -> SafeText.line(c.id().name(), 60) + (c.mark().isProduction() ? " (production)" : ""))
                        .collect(Collectors.joining(", "));
        return accounts + "; " + clusters + "; " + many(services, "service", "services")
                + (kept || services == 0 ? " on the board." : ", kept on no board.");
    }

    private static String many(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void shown() {
        fill();
    }

    @Override
    public Asking asking() {
        return model.asking();
    }

    @Override
    public ObservableValue<String> forwardWords() {
        return new SimpleStringProperty("Save and open the board");
    }

    @Override
    public void forward() {
        model.save();
    }
}
