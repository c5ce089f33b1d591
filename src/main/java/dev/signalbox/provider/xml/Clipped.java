package dev.signalbox.provider.xml;

/// A text of which only the beginning is kept.
final class Clipped {

    private final StringBuilder kept = new StringBuilder();
    private final int most;

    Clipped(int most) {
        this.most = most;
    }

    void add(String piece) {
        int room = most - kept.length();
        kept.append(piece, 0, Math.min(room, piece.length()));
    }

    @Override
    public String toString() {
        return kept.toString();
    }

    static String of(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
