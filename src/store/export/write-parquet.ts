import { renameSync, rmSync } from 'node:fs'
import { type BasicType, type ColumnSource, fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { type FileFacts, factsOf, partialPath } from './hashed-file.ts'
import type { ColumnType, ExportColumn, ExportValue } from './relation-columns.ts'

const ROW_GROUP = 20_000
const TYPES: Readonly<Record<ColumnType, BasicType>> = { INTEGER: 'INT64', REAL: 'DOUBLE', TEXT: 'STRING' }

/** Writes rows to a Parquet file, one row group in memory at a time. Integers are INT64, reals DOUBLE, texts UTF-8. */
export async function writeParquet(
  path: string,
  columns: readonly ExportColumn[],
  rows: Iterable<readonly ExportValue[]>,
): Promise<FileFacts> {
  const partial = partialPath(path)
  try {
    const writer = new ParquetWriter({
      writer: fileWriter(partial),
      schema: schemaFromColumnData({ columnData: toColumnData(columns, []) }),
      createdBy: 'vigie',
    })
    let group: (readonly ExportValue[])[] = []
    const flush = async () => {
      await writer.write({ columnData: toColumnData(columns, group), rowGroupSize: ROW_GROUP })
      group = []
    }
    for (const row of rows) {
      group.push(row)
      if (group.length === ROW_GROUP) await flush()
    }
    if (group.length > 0) await flush()
    await writer.finish()
    renameSync(partial, path)
    return await factsOf(path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function toColumnData(columns: readonly ExportColumn[], rows: readonly (readonly ExportValue[])[]): ColumnSource[] {
  return columns.map(({ name, type }, index) => ({
    name,
    type: TYPES[type],
    nullable: true,
    data: rows.map((row) => toParquet(row[index] ?? null, type)),
  }))
}

function toParquet(value: ExportValue, type: ColumnType): ExportValue | bigint {
  return type === 'INTEGER' && typeof value === 'number' ? BigInt(value) : value
}
