namespace Drydock.Maas.Design.Export;

/// <summary>A file of a design as a person would write it.</summary>
/// <param name="Name">Its name, for example networks.yaml.</param>
/// <param name="Text">Its documents, with comments.</param>
/// <param name="IsSecret">Whether passwords are in it, or are to be.</param>
public sealed record AuthoredFile(string Name, string Text, bool IsSecret);
