package dev.signalbox.provider.xml;

/// A document that cannot be read. The message goes on after “The report cannot be read:”; it never quotes the document.
final class XmlProblem extends Exception {

    private static final long serialVersionUID = 1;

    XmlProblem(String why) {
        super(why);
    }
}
