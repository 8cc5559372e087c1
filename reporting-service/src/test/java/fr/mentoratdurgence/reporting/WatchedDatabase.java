package fr.mentoratdurgence.reporting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;

/** A database that tells each statement and each commit, before and after. */
public final class WatchedDatabase {
    private static final Set<String> WATCHED =
            Set.of("getConnection", "prepareStatement", "createStatement", "unwrap", "commit");

    private WatchedDatabase() {}

    public static DataSource of(DataSource database, Runnable point) {
        return watched(DataSource.class, database, point);
    }

    private static <T> T watched(Class<T> type, T real, Runnable point) {
        return type.cast(Proxy.newProxyInstance(
                WatchedDatabase.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        if (!WATCHED.contains(method.getName())) {
                            return method.invoke(real, arguments);
                        }
                        point.run();
                        Object answer = method.invoke(real, arguments);
                        point.run();
                        return answer instanceof Connection connection
                                        && method.getName().equals("getConnection")
                                ? watched(Connection.class, connection, point)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
