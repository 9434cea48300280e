package dev.gregor.conformance.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link RunningServer} that all classes share, for tests that do it no harm: started at first use,
 * killed at the end of the run.
 */
public final class SharedServer implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public RunningServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Session.class, key -> Session.begin(), Session.class)
                .server();
    }

    private record Session(ServerHome home, RunningServer server) implements AutoCloseable {
        static Session begin() {
            var home = ServerHome.create();
            return new Session(home, home.start(ServerKind.underTest()));
        }

        @Override
        public void close() {
            home.close();
        }
    }
}
