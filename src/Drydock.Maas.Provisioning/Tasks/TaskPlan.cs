namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The saved plan that a task applies.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal digits: which of its versions was approved.</param>
public sealed record TaskPlan(string Path, string Digest);
