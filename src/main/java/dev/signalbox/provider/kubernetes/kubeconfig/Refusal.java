package dev.signalbox.provider.kubernetes.kubeconfig;

/// Why a context cannot be used, in a sentence. Stays within this package.
final class Refusal extends Exception {

    Refusal(String sentence) {
        super(sentence);
    }

    String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
