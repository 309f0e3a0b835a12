package docimo.store;

import docimo.access.Tenant;

/**
 * How a part of a job is named in the queue of the database: {@code tenant/job/number}, and {@code
 * job/number} for the tenant {@link Tenant#DEFAULT}, as it was before there were others.
 *
 * @param tenant whose job it is
 * @param jobId without slashes
 * @param number of the part
 */
record PartName(String tenant, String jobId, int number) {

  static PartName read(String name) {
    int end = name.lastIndexOf('/');
    int begin = name.indexOf('/');
    int number = Integer.parseInt(name.substring(end + 1));
    return begin == end
        ? new PartName(Tenant.DEFAULT, name.substring(0, end), number)
        : new PartName(name.substring(0, begin), name.substring(begin + 1, end), number);
  }

  /** The name in the queue. */
  @Override
  public String toString() {
    return (tenant.equals(Tenant.DEFAULT) ? "" : tenant + "/") + jobId + "/" + number;
  }
}
