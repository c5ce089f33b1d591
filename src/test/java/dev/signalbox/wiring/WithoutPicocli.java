package dev.signalbox.wiring;

import java.io.IOException;
import java.io.InputStream;

/// The command line in a process in which picocli cannot be loaded.
final class WithoutPicocli extends ClassLoader {

    private WithoutPicocli(ClassLoader parent) {
        super(parent);
    }

    /// @param arguments the home of whoever starts it, then what is handed to the command line
    public static void main(String... arguments) throws Exception {
        System.setProperty("user.home", arguments[0]);
        String[] handed = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, handed, 0, handed.length);
        ClassLoader loader = new WithoutPicocli(WithoutPicocli.class.getClassLoader());
        loader.loadClass("dev.signalbox.Main").getMethod("main", String[].class).invoke(null, (Object) handed);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("picocli.")) {
            throw new ClassNotFoundException(name);
        }
        if (!name.startsWith("dev.signalbox.wiring.") && !name.equals("dev.signalbox.Main")) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = file.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
