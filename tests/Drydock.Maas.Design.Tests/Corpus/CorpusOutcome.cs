namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>What the product made of a design: a site, or problems.</summary>
internal sealed record CorpusOutcome(SiteDesign? Site, IReadOnlyList<DesignProblem> Problems);
