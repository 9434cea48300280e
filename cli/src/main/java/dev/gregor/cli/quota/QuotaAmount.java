package dev.gregor.cli.quota;

/** How the amounts of quotas are written. */
public final class QuotaAmount {
    private QuotaAmount() {}

    /** Most are whole, and read better so. */
    public static Object number(double amount) {
        boolean isWhole = amount == Math.rint(amount) && Math.abs(amount) < Long.MAX_VALUE;
        return isWhole ? (Object) (long) amount : (Object) amount;
    }

    /** The number in letters. */
    public static String text(double amount) {
        return number(amount).toString();
    }
}
