package dev.signalbox.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What somebody typed into the palette, word by word.
public record TypedWords(List<String> words) {

    /// The words of a text, in lower case; none for a blank one.
    public static TypedWords of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return new TypedWords(plain.isEmpty() ? List.of() : List.of(plain.split("\\s+")));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// Chooses from very many things the few that are most likely meant: those first whose names more of the words fit,
    /// otherwise in their own order. A word may also mean what is done with a thing, so none has to fit.
    public <T> List<T> meant(List<T> things, Function<T, String> name, int most) {
        return things.stream()
                .map(thing -> new Fit<>(thing, fitting(name.apply(thing))))
                .sorted(Comparator.comparingInt((Fit<T> fit) -> fit.words).reversed())
                .limit(most)
                .map(Fit::thing)
                .toList();
    }

    private int fitting(String name) {
        return (int) words.stream().filter(word -> FuzzyMatch.score(name, word) > 0).count();
    }

    private record Fit<T>(T thing, int words) {}
}
