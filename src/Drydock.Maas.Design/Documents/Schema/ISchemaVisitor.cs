namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>Looks at schemas as data: makes something of each kind of rule.</summary>
/// <typeparam name="T">The product.</typeparam>
internal interface ISchemaVisitor<out T>
{
    T VisitAny();

    T VisitScalar(ScalarRule rule);

    T VisitList(ListRule rule);

    T VisitMap(MapRule rule);

    T VisitOptional(OptionalMapRule rule);

    T VisitValues(ValuesRule rule);

    T VisitAssetData(AssetDataRule rule);
}
