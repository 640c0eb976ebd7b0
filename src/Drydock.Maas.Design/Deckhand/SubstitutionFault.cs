namespace Drydock.Maas.Design.Deckhand;

/// <summary>A value that cannot be written where a substitution wants it.</summary>
internal sealed class SubstitutionFault(string message) : Exception(message);
